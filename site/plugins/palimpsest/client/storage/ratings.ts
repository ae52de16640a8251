import * as v from 'valibot'
import type { KeyedStorage } from './browser-storage.ts'
import { storageKeys } from './storage-keys.ts'
import { openRecord } from './stored-record.ts'

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

export function storeRating(storage: KeyedStorage, key: string, rating: Rating): void {
  open(storage).store(key, rating)
}

export function removeRating(storage: KeyedStorage, key: string): void {
  open(storage).remove(key)
}
