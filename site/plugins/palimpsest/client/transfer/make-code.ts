import * as v from 'valibot'
import { ApiProblem, callApi } from '../transport/call-api.ts'
import { asLearner, type LearnerServices } from '../profile/as-learner.ts'

const answerSchema = v.object({ code: v.string() })

/** Asks for a code that takes this device's profile to another one. Throws `ApiProblem`. */
export function makeCode(services: LearnerServices): Promise<string> {
  return asLearner(services, async (learner) => {
    const response = await callApi(services.api, { method: 'POST', path: '/api/user/transfer', learner })
    const answer = v.safeParse(answerSchema, await response.json().catch(() => undefined))
    if (answer.success) {
      return answer.output.code
    }
    throw new ApiProblem('unreachable', response.status, 'The server gave no usable answer.')
  })
}
