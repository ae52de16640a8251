import * as v from 'valibot'
import { type Api } from '../calls/call-api.ts'
import { sendCall } from '../calls/send-call.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { openRecord } from '../stored-record.ts'

const ratingSchema = v.object({
  rating: v.picklist(['up', 'down']),
  reason: v.optional(v.picklist(['too-simple', 'too-hard', 'unclear', 'wrong', 'other'])),
})

/** What a reader thinks of one rewrite. */
export type Rating = v.InferOutput<typeof ratingSchema>

const open = (storage: KeyedStorage) => openRecord(storage, storageKeys.ratings, ratingSchema)

/** What the reader of this device has said of a rewrite. */
export function findRating(storage: KeyedStorage, key: string): Rating | undefined {
  return open(storage).find(key)
}

interface RatingRim {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly learner: string
}

/**
 * Tells the server, and remembers it on the device once the server has it.
 *
 * @throws ApiProblem when the server did not take it.
 */
export async function sendRating({ api, storage, learner }: RatingRim, key: string, rating: Rating): Promise<void> {
  await sendCall(api, { method: 'POST', path: '/api/feedback', learner, body: { rewrite_key: key, ...rating } })
  open(storage).store(key, rating)
}

/**
 * Takes back what was said of a rewrite, on the server and then on the device.
 *
 * @throws ApiProblem when the server did not take it back.
 */
export async function withdrawRating({ api, storage, learner }: RatingRim, key: string): Promise<void> {
  await sendCall(api, { method: 'DELETE', path: '/api/feedback', learner, body: { rewrite_key: key } })
  open(storage).remove(key)
}
