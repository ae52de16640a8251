import * as v from 'valibot'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'

/** What a version's key was learned for: it is asked for again only while all of this still holds. */
export interface VersionOf {
  readonly slug: string
  readonly content_hash: string
  readonly answers: Answers
}

const knownSchema = v.record(v.string(), v.object({ key: v.string(), content_hash: v.string(), answers: v.string() }))

function readKnown(storage: KeyedStorage): v.InferOutput<typeof knownSchema> {
  try {
    return v.parse(knownSchema, JSON.parse(storage.getItem(storageKeys.rewrites) ?? '{}'))
  } catch {
    // Broken or from an older page: keys are only a shortcut, so start again.
    return {}
  }
}

/** The key of the finished version that this reader was given before, if nothing has changed since. */
export function findKnownKey(storage: KeyedStorage, { slug, content_hash, answers }: VersionOf): string | undefined {
  const known = readKnown(storage)[slug]
  return known?.content_hash === content_hash && known.answers === JSON.stringify(answers) ? known.key : undefined
}

export function storeKnownKey(storage: KeyedStorage, version: VersionOf, key: string): void {
  const { slug, content_hash, answers } = version
  const known = { ...readKnown(storage), [slug]: { key, content_hash, answers: JSON.stringify(answers) } }
  storage.setItem(storageKeys.rewrites, JSON.stringify(known))
}
