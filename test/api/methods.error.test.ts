import { describe, expect, test } from 'vitest'
import { call } from '../support/call.ts'
import { endpoints } from '../support/endpoints.ts'
import { expectProblem } from '../support/expect-problem.ts'

const allMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

describe.each(endpoints)('$path', ({ path, edgeFunction, methods }) => {
  test.each(allMethods.filter((method) => !methods.includes(method)))(
    `answers %s with 405, and allows ${methods.join(', ')}`,
    async (method) => {
      const response = await call(edgeFunction, `${method} ${path}`)
      expect(response.headers.get('allow')).toBe(methods.join(', '))
      const { message } = await expectProblem(response, 'method-not-allowed')
      expect(message).toContain(method)
    },
  )

  test.each(methods)('answers %s, never with 405', async (method) => {
    expect((await call(edgeFunction, `${method} ${path}`)).status).not.toBe(405)
  })
})

test('a method that is the name of a property of every object is no method', async () => {
  for (const { path, edgeFunction } of endpoints)
    await expectProblem(await call(edgeFunction, `constructor ${path}`), 'method-not-allowed')
})
