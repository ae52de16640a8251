import * as v from 'valibot'
import { type LessonStart, takes } from '../../../../../lib/contract/index.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import type { KeyedStorage } from './browser-storage.ts'
import { storageKeys } from './storage-keys.ts'

const lastStartSchema = v.object({ recipe: v.string(), take: v.picklist(takes) })

/** What a version's key depends on and only the server says: its recipe, and the learner's take. */
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

/** Learns from what the server says of a lesson. The learner's take is the note's: it alone is never chosen. */
export function storeLastStart(storage: KeyedStorage, { recipe, sections }: LessonStart): void {
  const take = sections.find(({ id }) => id === forYouSection)?.take
  if (take !== undefined) {
    storage.setItem(storageKeys.rewrites, JSON.stringify({ recipe, take } satisfies LastStart))
  }
}
