import type { LookUp } from './look-together.ts'
import type { StoredRewrite } from '../db/index.ts'
import type { LogEntry } from '../errors/index.ts'
import { ifAvailable, unavailable } from './if-available.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { settleOriginal, type SettledSection } from './settled-section.ts'
import { settleStored } from './settle-stored.ts'

/** How long a database that did not answer is left alone, in milliseconds. */
const restMilliseconds = 250

export interface AwaitDeps {
  /** Looks at a row, at the next of its looks. */
  readonly look: LookUp<StoredRewrite>
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When waiting ends and the original stands, in the clock's milliseconds. */
  readonly waitDeadline: number
  readonly log: (entry: LogEntry) => void
}

/**
 * Waits for another request's rewrite, which may be there by the first look; `abandoned` when its lease ran out or was given back
 * without one, and when the database did not answer: whoever waits then tries to take the lease, or writes without.
 */
export async function awaitRewrite(planned: PlannedSection, deps: AwaitDeps): Promise<SettledSection | 'abandoned'> {
  while (deps.now() < deps.waitDeadline) {
    const stored = await ifAvailable(deps.look(planned.key), deps)
    if (stored === unavailable) {
      await deps.sleep(restMilliseconds)
      return 'abandoned'
    }
    if (stored?.state === 'ready') return settleStored(planned, stored)
    if (!stored?.held) return 'abandoned'
    if (stored.state !== 'writing') return settleStored(planned, stored)
  }
  return settleOriginal(planned, 'waited-too-long')
}
