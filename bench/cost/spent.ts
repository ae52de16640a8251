import type { PaidTokens } from '../../lib/quota/index.ts'

/** What was paid for, and in how many calls. */
export interface Spent extends PaidTokens {
  readonly calls: number
}
