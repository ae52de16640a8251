import type { Failure } from '../../lib/db/lease-queries.ts'

/** A model call that failed at no cost, after which the section rests for a minute, then two, then four. */
export const aFailure = (used = 0): Failure => ({
  reason: 'model-unavailable',
  used,
  rest: { first: 60, factor: 2, max: 200 },
})
