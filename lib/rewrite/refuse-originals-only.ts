import { limitProblem } from '../spend/limit-problem.ts'
import type { Bucket, Spender } from '../spend/spender.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { tokensFor } from './tokens-for.ts'

/**
 * Throws `budget-reached` when there would be nothing but originals because the day's tokens are spent: some sections are
 * to be written, the tokens for none of them are left, and no rewrite is there or on its way.
 */
export function refuseOriginalsOnly(plan: readonly PlannedSection[], spent: readonly number[], spender: Spender): void {
  if (plan.some(hasRewrite)) return
  const findFull = ({ task }: PlannedSection): Bucket | undefined => {
    const wanted = tokensFor(task)
    return spender.buckets.find(({ tokens }, index) => (spent[index] ?? 0) + wanted > tokens.most)
  }
  let full: Bucket | undefined
  for (const planned of plan.filter(({ state }) => state === 'writing')) {
    full = findFull(planned)
    if (full === undefined) return
  }
  if (full) throw limitProblem('budget-reached', full.tokens, spender)
}

const hasRewrite = ({ state, stored }: PlannedSection): boolean => state === 'waiting' || stored?.state === 'ready'
