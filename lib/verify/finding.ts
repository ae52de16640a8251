import type { OriginalReason } from '../contract/index.ts'

/** One reason not to show a rewrite; `message` asks the model to correct it. */
export interface Finding {
  readonly reason: OriginalReason
  readonly message: string
}
