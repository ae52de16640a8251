import type { Rest } from '../db/index.ts'
import type { OriginalReason } from '../contract/index.ts'

/** The provider's trouble, which passes: soon tried again, and never long given up. */
const passing: Rest = { first: 5, factor: 2, max: 300 }
/** The section's own: the same call is likely to fail in the same way. A day at most. */
const lasting: Rest = { first: 60, factor: 4, max: 86_400 }

const passingReasons: ReadonlySet<OriginalReason> = new Set(['model-unavailable', 'model-timeout', 'budget-reached'])

/** How long a section rests whose model call failed for this reason. */
export const chooseRest = (reason: OriginalReason): Rest => (passingReasons.has(reason) ? passing : lasting)
