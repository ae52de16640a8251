import * as v from 'valibot'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { openRecord } from '../stored-record.ts'
import type { Choices } from './choices.ts'

/** What a version's key was learned for: it is asked for again only while all of this still holds. */
export interface VersionOf {
  readonly slug: string
  readonly content_hash: string
  readonly answers: Answers
  readonly choices: Choices
}

const open = (storage: KeyedStorage) =>
  openRecord(storage, storageKeys.rewrites, v.object({ key: v.string(), for: v.string() }))

const describe = ({ content_hash, answers, choices }: VersionOf): string =>
  JSON.stringify([content_hash, answers, choices])

/** The key of the finished version that this reader was given before, if nothing has changed since. */
export function findKnownKey(storage: KeyedStorage, version: VersionOf): string | undefined {
  const known = open(storage).find(version.slug)
  return known?.for === describe(version) ? known.key : undefined
}

export function storeKnownKey(storage: KeyedStorage, version: VersionOf, key: string): void {
  open(storage).store(version.slug, { key, for: describe(version) })
}
