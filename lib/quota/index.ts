/** On whose account a request goes, and what a day allows. */
export { type Allowance, createAllowance } from './allowance.ts'
export {
  identifyKeyUser,
  identifyMover,
  identifyNewcomer,
  identifyOperator,
  identifySpender,
  type SpendDeps,
} from './identify-spender.ts'
export { invalidKey, missingScope } from './key-problem.ts'
export { createKeyedHash } from './keyed-hash.ts'
export { budgetReservedProblem, limitProblem } from './limit-problem.ts'
export { defaultLimits, type LimitName, type Limits, newcomersShare } from './limits.ts'
export { dollarsOf, findPrice, type PaidTokens, type Price, priceLists } from './model-prices.ts'
export { keyBucketName, type KeyLimits, openAccount, tokensAllowed } from './open-account.ts'
export { addTokens, type Reservation, tokensUsed, withoutLimits } from './reservation.ts'
export type { Bucket, Counter, Limit, Spender, SpenderKey } from './spender.ts'
