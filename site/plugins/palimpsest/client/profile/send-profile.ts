import type { Answers } from '../../../../../lib/profile/index.ts'
import { ApiProblem, type Api, sendCall } from '../transport/call-api.ts'

async function createLearner(api: Api, learner: string): Promise<void> {
  try {
    await sendCall(api, { method: 'POST', path: '/api/user/create', body: { user_id: learner } })
  } catch (error) {
    // Known already: an earlier try got this far.
    if (!(error instanceof ApiProblem && error.status === 409)) {
      throw error
    }
  }
}

/** Makes the learner known to the server and gives it the six answers. Safe to repeat. */
export async function sendProfile(api: Api, learner: string, answers: Answers): Promise<void> {
  await createLearner(api, learner)
  await sendCall(api, { method: 'POST', path: '/api/onboarding', body: { user_id: learner, ...answers } })
}
