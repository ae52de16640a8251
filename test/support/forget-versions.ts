import personalizeCache from '../../api/personalize/cache.ts'
import { call } from './call.ts'

/** Asks that a learner's versions be forgotten. */
export const forgetVersions = (learner: string): Promise<Response> =>
  call(personalizeCache, 'DELETE /api/personalize/cache', { headers: { 'x-user-id': learner } })
