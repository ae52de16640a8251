import { type DeletedAnswer, type FeedbackAnswer, feedbackSchema, withdrawalSchema } from '../../contract/index.ts'
import { removeFeedback, storeFeedback } from '../../db/index.ts'
import { answer } from '../answer.ts'
import { userNotFound } from '../no-such-learner.ts'
import { parseInput } from '../parse-input.ts'
import { Problem } from '../../errors/index.ts'
import { readJson } from '../read-json.ts'
import { userIdFromHeader } from '../user-id.ts'
import type { DataServices } from './users.ts'

/** `POST /api/feedback`: 200 with the stored rating; 404 if the learner or the rewrite does not exist. */
export async function postFeedback(request: Request, { db }: DataServices): Promise<Response> {
  const userId = userIdFromHeader(request)
  const { rewrite_key, rating, reason = null } = parseInput(feedbackSchema, await readJson(request))
  switch (await storeFeedback(db, { userId, rewriteKey: rewrite_key, rating, reason })) {
    case 'stored':
      return answer<FeedbackAnswer>({ rewrite_key, rating, reason })
    case 'no-such-user':
      throw userNotFound(userId)
    case 'no-such-rewrite':
      throw new Problem('rewrite-not-found', `There is no rewrite with the key "${rewrite_key}".`)
  }
}

/** `DELETE /api/feedback`: 200 with how many ratings were withdrawn, 0 if there was none. */
export async function deleteFeedback(request: Request, { db }: DataServices): Promise<Response> {
  const userId = userIdFromHeader(request)
  const { rewrite_key: rewriteKey } = parseInput(withdrawalSchema, await readJson(request))
  return answer<DeletedAnswer>({ deleted_count: await removeFeedback(db, { userId, rewriteKey }) })
}
