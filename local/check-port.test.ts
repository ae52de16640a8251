import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { checkPort } from './check-port.ts'

test('a taken port is one line that names it and another; a free one passes', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => {
    server.once('listening', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')

  await expect(checkPort('127.0.0.1', address.port)).rejects.toThrow(
    `Port ${address.port} is taken by another program: choose another, for example PORT=3001 npm start`,
  )
  await new Promise((resolve) => {
    server.close(resolve)
  })

  await expect(checkPort('127.0.0.1', address.port)).resolves.toBeUndefined()
})
