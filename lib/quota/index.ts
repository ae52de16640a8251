/** Whose quota a request counts towards, and the limits of a day. */
export { type FallbackBudget, createFallbackBudget } from './fallback-budget.ts'
export {
  identifyKeyUser,
  identifyMover,
  identifyNewcomer,
  identifyOperator,
  identifySubject,
  type QuotaServices,
} from './identify-subject.ts'
export { invalidKey, missingScope } from './key-problem.ts'
export { createKeyedHash } from './keyed-hash.ts'
export { budgetReservedProblem, limitProblem } from './limit-problem.ts'
export { defaultLimits, type LimitName, type Limits, newcomersShare } from './limits.ts'
export { dollarsOf, findPrice, type PaidTokens, type Price, priceLists } from './model-prices.ts'
export { keyBucketName, type KeyLimits, openAccount, tokensAllowed } from './open-account.ts'
export { addTokens, type Reservation, tokensUsed, withoutLimits } from './reservation.ts'
export type { Bucket, Counter, Limit, QuotaSubject, SubjectKey } from './quota-subject.ts'
