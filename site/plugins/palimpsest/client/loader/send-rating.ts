import { removeRating, storeRating, type Rating } from '../storage/ratings.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { type Api, sendCall } from '../transport/call-api.ts'

interface RatingServices {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly learner: string
}

/**
 * Sends it to the server, and remembers it on the device once the server has it.
 *
 * @throws ApiProblem when the server did not accept it.
 */
export async function sendRating(
  { api, storage, learner }: RatingServices,
  key: string,
  rating: Rating,
): Promise<void> {
  await sendCall(api, { method: 'POST', path: '/api/feedback', learner, body: { rewrite_key: key, ...rating } })
  storeRating(storage, key, rating)
}

/**
 * Withdraws a rating, on the server and then on the device.
 *
 * @throws ApiProblem when the server did not withdraw it.
 */
export async function withdrawRating({ api, storage, learner }: RatingServices, key: string): Promise<void> {
  await sendCall(api, { method: 'DELETE', path: '/api/feedback', learner, body: { rewrite_key: key } })
  removeRating(storage, key)
}
