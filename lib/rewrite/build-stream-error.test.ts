import { NeonDbError } from '@neondatabase/serverless'
import { expect, test } from 'vitest'
import { buildStreamError } from './build-stream-error.ts'

test.each([
  ['internal-error', new TypeError('canary')],
  ['internal-error', 'canary'],
  ['database-unavailable', new NeonDbError('canary')],
])('buildStreamError() says "%s" of %o, and that another try may help, without its words', (error, cause) => {
  const data = buildStreamError(cause)
  expect(data).toMatchObject({ error, retryable: true })
  expect(data.message).not.toContain('canary')
})
