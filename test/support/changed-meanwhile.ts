import { vi } from 'vitest'
import preferences from '../../api/user/preferences.ts'
import { call } from './call.ts'

/**
 * Changes `ai_ml_experience` while, before each of its attempts, another request changes `education_level`; gives the
 * answer. The other request's last change is "graduate".
 */
export async function changedMeanwhile(learner: string): Promise<Response> {
  const { fetch } = globalThis
  const put = (body: unknown): Promise<Response> =>
    call(preferences, 'PUT /api/user/preferences', { body, headers: { 'x-user-id': learner } })
  let others = 0
  vi.stubGlobal('fetch', async (url: string, init: { readonly body: string }) => {
    const isAttempt = init.body.includes('update \\"user_preferences\\"') && init.body.includes('"advanced"')
    if (isAttempt) await put({ education_level: others++ % 2 === 0 ? 'graduate' : 'professional' })
    return fetch(url, init)
  })
  const response = await put({ ai_ml_experience: 'advanced' })
  vi.unstubAllGlobals()
  return response
}
