import * as v from 'valibot'
import { type LessonStart, variants } from '../../../../../lib/contract/index.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import type { KeyedStorage } from './browser-storage.ts'
import { storageKeys } from './storage-keys.ts'

const lastStartSchema = v.object({ recipe: v.string(), variant: v.picklist(variants) })

/** What a version's key depends on and only the server says: its recipe, and the learner's variant. */
export type LastStart = v.InferOutput<typeof lastStartSchema>

/** As the server said it last on this device; undefined when it has not yet, and when what is stored is of another time. */
export function findLastStart(storage: KeyedStorage): LastStart | undefined {
  try {
    const result = v.safeParse(lastStartSchema, JSON.parse(storage.getItem(storageKeys.rewrites) ?? 'null'))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

/** Learns from what the server says of a lesson. The learner’s variant is the note's: it alone is never chosen. */
export function storeLastStart(storage: KeyedStorage, { recipe, sections }: LessonStart): void {
  const variant = sections.find(({ id }) => id === forYouSection)?.variant
  if (variant !== undefined) {
    storage.setItem(storageKeys.rewrites, JSON.stringify({ recipe, variant } satisfies LastStart))
  }
}
