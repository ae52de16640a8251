import * as v from 'valibot'
import { levels, variants } from '../../../../../lib/contract/index.ts'
import type { KeyedStorage } from './browser-storage.ts'
import { storageKeys } from './storage-keys.ts'
import { openRecord } from './stored-record.ts'

const choiceSchema = v.object({ level: v.optional(v.picklist(levels)), variant: v.optional(v.picklist(variants)) })

/** How a reader wants one section written, where it differs from the rest. */
export type Choice = v.InferOutput<typeof choiceSchema>

/** By section id. */
export type Choices = Readonly<Record<string, Choice>>

const open = (storage: KeyedStorage) => openRecord(storage, storageKeys.choices, v.record(v.string(), choiceSchema))

/** What a reader has chosen for the sections of a lesson on this device. */
export function findChoices(storage: KeyedStorage, slug: string): Choices {
  return open(storage).find(slug) ?? {}
}

export function storeChoice(storage: KeyedStorage, slug: string, section: string, choice: Choice): void {
  open(storage).store(slug, { ...findChoices(storage, slug), [section]: choice })
}
