import type { DeletedAnswer } from '../../contract/index.ts'
import { forgetVersions } from '../../db/index.ts'
import { answer } from '../answer.ts'
import { userNotFound } from '../no-such-learner.ts'
import { userIdFromHeader } from '../user-id.ts'
import type { DataServices } from './users.ts'

/**
 * `DELETE /api/personalize/cache`: forgets this learner's versions, so that the next lesson is rewritten; 200 with how
 * many.
 */
export async function deletePersonalized(request: Request, { db }: DataServices): Promise<Response> {
  const userId = userIdFromHeader(request)
  const forgotten = await forgetVersions(db, userId)
  if (forgotten) return answer<DeletedAnswer>(forgotten)
  throw userNotFound(userId)
}
