import { expect, test } from 'vitest'
import { createKeyedHash } from './keyed-hash.ts'

const hash = async (secret: string, purpose: string, text: string): Promise<string> =>
  (await createKeyedHash(secret, purpose))(text)

test('the same text has one name for one purpose, and another one for another text, purpose or secret', async () => {
  const name = await hash('secret', '2026-11-23', '203.0.113.7')
  expect(name).toMatch(/^[0-9a-f]{32}$/)
  expect(await hash('secret', '2026-11-23', '203.0.113.7')).toBe(name)
  const others = [
    await hash('secret', '2026-11-23', '203.0.113.8'),
    await hash('secret', '2026-11-24', '203.0.113.7'),
    await hash('other', '2026-11-23', '203.0.113.7'),
  ]
  expect(new Set([name, ...others]).size).toBe(4)
})
