import { limitProblem } from '../spend/limit-problem.ts'
import type { Spender } from '../spend/spender.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { tokensFor } from './tokens-for.ts'

/**
 * Throws `budget-reached` when there would be nothing but originals because the day's tokens are spent: some sections are
 * to be written, the tokens for none of them are left, and no rewrite is there or on its way.
 */
export function refuseOriginalsOnly(plan: readonly PlannedSection[], spent: readonly number[], spender: Spender): void {
  const writing = plan.filter(({ state }) => state === 'writing')
  if (writing.length === 0 || plan.some(hasRewrite)) return
  const least = Math.min(...writing.map(({ task }) => tokensFor(task)))
  const full = spender.buckets.find(({ tokens }, index) => (spent[index] ?? 0) + least > tokens.most)
  if (full) throw limitProblem('budget-reached', full.tokens, spender)
}

const hasRewrite = ({ state, stored }: PlannedSection): boolean => state === 'waiting' || stored?.state === 'ready'
