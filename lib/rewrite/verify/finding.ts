import type { OriginalReason } from '../wire-events.ts'

/** One thing that keeps a rewrite from being shown; `message` tells the model how to mend it. */
export interface Finding {
  readonly reason: OriginalReason
  readonly message: string
}
