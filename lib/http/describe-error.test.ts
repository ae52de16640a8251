import { expect, test } from 'vitest'
import { describeError } from './describe-error.ts'

test('describeError() gives name, code and places, and not one line of the message', () => {
  const error = Object.assign(new TypeError('cannot reach\npostgresql://user:canary@host\n  attempt 2'), { code: 'E1' })
  const described = describeError(error)
  expect(described).toMatchObject({ error_name: 'TypeError', error_code: 'E1' })
  expect(described['error_at']).toMatch(/^at .*describe-error\.test\.ts/)
  expect(JSON.stringify(described)).not.toMatch(/canary|attempt/)
})

test.each([['text with a canary'], [undefined], [{ message: 'canary' }]])(
  'describeError() tells of %j, which is no error, only its type',
  (thrown) => {
    expect(describeError(thrown)).toEqual({ error_name: typeof thrown })
  },
)
