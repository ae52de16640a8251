import { expect, test } from 'vitest'
import { describeError } from './describe-error.ts'

test('describeError() gives name, code and places, and not one line of the message', () => {
  const error = Object.assign(new TypeError('cannot reach\npostgresql://user:canary@host\n  attempt 2'), { code: 'E1' })
  const described = describeError(error)
  expect(described).toMatchObject({ error_name: 'TypeError', error_code: 'E1' })
  expect(described['error_at']).toMatch(/^at .*describe-error\.test\.ts/)
  expect(JSON.stringify(described)).not.toMatch(/canary|attempt/)
})

test('describeError() gives places of an error without a message, and none of a message that looks like them', () => {
  expect(describeError(new Error())['error_at']).toMatch(/^at .*describe-error\.test\.ts/)
  const described = describeError(new Error('lost\n    at canary (canary:1:2)'))
  expect(described['error_at']).toMatch(/^at .*describe-error\.test\.ts/)
  expect(JSON.stringify(described)).not.toContain('canary')
})

test('describeError() leaves out a name or code that is more than a word', () => {
  const error = Object.assign(new Error('lost'), { name: 'for sk-canary', code: 'postgres://canary' })
  expect(describeError(error)).toMatchObject({ error_name: 'Error', error_code: undefined })
})

test.each([['text with a canary'], [undefined], [{ message: 'canary' }]])(
  'describeError() says of %j, which is no error, only its type',
  (thrown) => {
    expect(describeError(thrown)).toEqual({ error_name: typeof thrown })
  },
)
