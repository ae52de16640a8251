import { expect, test } from 'vitest'
import personalizeCache from '../../api/personalize/cache.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { forgetVersions } from '../support/forget-versions.ts'

test('DELETE answers 404 for a learner that does not exist', async () => {
  const learner = crypto.randomUUID()
  const { message } = await expectProblem(await forgetVersions(learner), 'user-not-found')
  expect(message).toContain(learner)
})

test('DELETE answers 400 without the header X-User-ID, and for one that is not a UUID', async () => {
  await expectProblem(await call(personalizeCache, 'DELETE /api/personalize/cache'), 'missing-user-id')
  await expectProblem(await forgetVersions('everyone'), 'invalid-user-id')
})
