import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { sweepBatch, sweptKinds, type Retention, type SweptKind } from './sweep-queries.ts'

/** How many rows of each kind were deleted, and whether none of them are left. */
export type Swept = Record<SweptKind, number> & { finished: boolean }

export interface SweepPace {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** After this no further statement is made, in the clock's milliseconds. */
  readonly deadline: number
  /** Told after each statement. */
  readonly onBatch?: (swept: Readonly<Swept>) => void
}

/** Rows in one statement: few enough to take milliseconds, whatever hangs on them. */
const batchRows = 500

/** Sweeps every kind, batch by batch, until nothing is left or time is up. What is left, the next sweep variants. */
export async function sweep(
  db: Kysely<Database>,
  retention: Retention,
  { now, deadline, onBatch }: SweepPace,
): Promise<Swept> {
  const swept: Swept = { learners: 0, rewrites: 0, lesson_versions: 0, spending: 0, insights: 0, finished: false }
  for (const kind of sweptKinds) {
    for (let deleted = batchRows; deleted === batchRows;) {
      if (now() >= deadline) return swept
      deleted = await sweepBatch(db, kind, { ...retention, max: batchRows })
      swept[kind] += deleted
      onBatch?.(swept)
    }
  }
  return { ...swept, finished: true }
}
