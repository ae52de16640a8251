import type { Answers } from '../../../../../lib/profile/index.ts'
import { ApiProblem, sendCall } from '../transport/call-api.ts'
import type { LearnerServices } from './as-learner.ts'
import { changedAnswers } from './changed-answers.ts'
import { getLearnerId } from './learner-id.ts'
import { sendProfile } from './send-profile.ts'
import type { StoredProfile } from './stored-profile.ts'

/**
 * Sends what changed. Where the server does not know this profile (never sent, or it lost it), sends all six answers.
 */
export async function saveAnswers(services: LearnerServices, before: StoredProfile, after: Answers): Promise<void> {
  const { api, storage, randomness } = services
  const learner = getLearnerId(storage, randomness)
  if (!before.sent) {
    return sendProfile(api, learner, after)
  }
  const changed = changedAnswers(before.answers, after)
  if (Object.keys(changed).length === 0) {
    return undefined
  }
  try {
    await sendCall(api, { method: 'PUT', path: '/api/user/preferences', learner, body: changed })
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 404)) {
      throw error
    }
    await sendProfile(api, learner, after)
  }
  return undefined
}
