import { expect, test, vi } from 'vitest'
import { log } from './live-environment.ts'

test('log() writes one line, in which nothing moves a cursor, turns the writing around or hides, also once it is parsed', () => {
  const written = vi.spyOn(console, 'log').mockImplementation(() => {})
  log({
    level: 'info',
    event: 'tried',
    code: '\u001b[31mred\u0007\r\n{"level":"error"}',
    deep: [{ text: 'a\u202eb\u200bc\u{e0041}d\u2028' }],
  })
  const [line] = written.mock.calls[0] as [string]
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(JSON.parse(line)).toMatchObject({ code: '[31mred{"level":"error"}', deep: [{ text: 'abcd' }] })
})
