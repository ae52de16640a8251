import type { LookUp } from '../cache/look-together.ts'
import type { StoredRewrite } from '../cache/stored-rewrite.ts'
import type { LogEntry } from '../http/endpoint.ts'
import { ifAvailable, unavailable } from './if-available.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { settleOriginal, type SettledSection } from './settled-section.ts'
import { settleStored } from './settle-stored.ts'

/** Milliseconds between looks at another writer's row: the first wait, how it grows, and the longest. */
const firstWait = 250
const growth = 1.4
const longestWait = 700

export interface AwaitDeps {
  /** Looks at a row as it is now. */
  readonly look: LookUp<StoredRewrite>
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When waiting ends and the original stands, in the clock's milliseconds. */
  readonly waitDeadline: number
  readonly log: (entry: LogEntry) => void
}

/**
 * Waits for another request's rewrite, which may be there already; `abandoned` when its lease ran out or was given back
 * without one, and when the database did not answer: whoever waits then tries to take the lease, or writes without.
 */
export async function awaitRewrite(planned: PlannedSection, deps: AwaitDeps): Promise<SettledSection | 'abandoned'> {
  for (let wait = firstWait; deps.now() < deps.waitDeadline; wait = Math.min(wait * growth, longestWait)) {
    const stored = await ifAvailable(deps.look(planned.key), deps)
    if (stored === unavailable) {
      await deps.sleep(wait)
      return 'abandoned'
    }
    if (stored?.state === 'ready') return settleStored(planned, stored)
    if (!stored?.held) return 'abandoned'
    if (stored.state === 'rejected') return settleStored(planned, stored)
    await deps.sleep(wait)
  }
  return settleOriginal(planned, 'waited-too-long')
}
