import { expect, test } from 'vitest'
import { retryMessage, errorMessage } from './error-messages.ts'

const error = (code: string) => ({ code, message: 'What the server said.', retryable: true })

test('errorMessage() says what is still there', () => {
  const none = { arrived: 0, online: true, locale: 'en' }
  expect(errorMessage(error('unreachable'), none)).toBe(
    'The server could not be reached. The original is here in full.',
  )
  expect(errorMessage(error('unreachable'), { ...none, arrived: 2 })).toContain('Finished sections are kept')
})

test('errorMessage() blames the network only where there is none', () => {
  const offline = { arrived: 0, online: false, locale: 'en' }
  expect(errorMessage(error('ended-early'), offline)).toContain('You are offline.')
  expect(errorMessage(error('database-unavailable'), offline)).toContain('cannot reach its database')
})

test('retryMessage() says that the page goes on by itself, and when', () => {
  expect(retryMessage(error('ended-early'), { online: true, locale: 'en' })).toBe(
    'The connection was lost. Keep reading; the rest is still loading.',
  )
  expect(retryMessage(error('ended-early'), { online: false, locale: 'en' })).toBe(
    'You are offline. Keep reading; the rest will load when you are back online.',
  )
})

test('errorMessage() names a code that has no words, and leaves the server’s own English out', () => {
  expect(errorMessage(error('never-heard-of'), { arrived: 0, online: true, locale: 'en' })).toBe(
    'Something went wrong: never-heard-of. The original is here in full.',
  )
})

test.each([
  [undefined, 'tomorrow'],
  [30, 'in 1 minute'],
  [1_201, 'in 21 minutes'],
  [19_800, 'in 6 hours'],
  [86_400, 'tomorrow'],
])('errorMessage() says when a budget that lasts %s seconds allows new versions: %s', (retryAfterSeconds, when) => {
  const reached = { ...error('budget-reached'), retryAfterSeconds }
  expect(errorMessage(reached, { arrived: 0, online: true, locale: 'en' })).toContain(`written again ${when}.`)
})
