import type { PaidTokens } from '../../lib/spend/model-prices.ts'

/** What was paid for, and in how many calls. */
export interface Spent extends PaidTokens {
  readonly calls: number
}
