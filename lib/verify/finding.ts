import type { OriginalReason } from '../contract/index.ts'

/** One thing that keeps a rewrite from being shown; `message` tells the model how to mend it. */
export interface Finding {
  readonly reason: OriginalReason
  readonly message: string
}
