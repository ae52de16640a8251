import type { Rest } from '../db/index.ts'
import type { OriginalReason } from '../contract/index.ts'

/** Failures of the provider, which pass: tried again soon, and never given up for long. */
const passing: Rest = { first: 5, factor: 2, max: 300 }
/** The section's own failures: the same call is likely to fail again. At most a day. */
const lasting: Rest = { first: 60, factor: 4, max: 86_400 }

const passingReasons: ReadonlySet<OriginalReason> = new Set(['model-unavailable', 'model-timeout', 'budget-reached'])

/** How long to wait before a section is tried again whose model call failed for this reason. */
export const chooseRest = (reason: OriginalReason): Rest => (passingReasons.has(reason) ? passing : lasting)
