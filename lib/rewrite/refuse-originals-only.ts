import type { Reading } from '../db/index.ts'
import { type Bucket, type Limit, limitProblem, tokensAllowed } from '../quota/index.ts'
import type { SectionPlan } from './plan-lesson.ts'
import { tokensFor } from './tokens-for.ts'

/**
 * Throws `too-many-requests` or `budget-reached` if the response would consist of originals only because requests or
 * tokens are used up: some sections need writing, and no rewrite is cached or being written. Tokens that are only
 * reserved by others are waited for (`write-section.ts`).
 */
export function refuseOriginalsOnly(
  plan: readonly SectionPlan[],
  { spent, subject, full }: Pick<Reading, 'spent' | 'subject' | 'full'>,
): void {
  const toWrite = plan.filter(({ state }) => state === 'writing')
  if (toWrite.length === 0 || plan.some(hasRewrite)) return
  const usedUp = subject.buckets.find(({ name }) => name === full)?.requests
  if (usedUp) throw limitProblem('too-many-requests', usedUp, subject)
  const limits = toWrite.map((planned) => findFull(planned, { spent, buckets: subject.buckets }))
  const [first] = limits
  if (first && limits.every((limit) => limit !== undefined)) throw limitProblem('budget-reached', first, subject)
}

/** The limit with fewer tokens left than the section can take. */
function findFull(
  { task }: SectionPlan,
  { spent, buckets }: { readonly spent: readonly number[]; readonly buckets: readonly Bucket[] },
): Limit | undefined {
  const wanted = tokensFor(task)
  return buckets.find((bucket, index) => (spent[index] ?? 0) + wanted > tokensAllowed(bucket))?.tokens
}

const hasRewrite = ({ state, stored }: SectionPlan): boolean => state === 'waiting' || stored?.state === 'ready'
