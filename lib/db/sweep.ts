import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { sweepBatch, sweptKinds, type Retention, type SweptKind } from './sweep-queries.ts'

/** How many rows of each kind were deleted, and whether none are left to delete. */
export type Swept = Record<SweptKind, number> & { finished: boolean }

export interface SweepPace {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** No further statement is made after this time, in the clock's milliseconds. */
  readonly deadline: number
  /** Called after each statement. */
  readonly onBatch?: (swept: Readonly<Swept>) => void
}

/** Rows per statement: few enough to take milliseconds, whatever refers to them. */
const batchRows = 500

/** Deletes unused rows of every kind, batch by batch, until none are left or time is up; the next sweep continues. */
export async function sweepDatabase(
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
