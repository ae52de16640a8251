import type { SectionResult, TokenCount } from '../../lib/rewrite/index.ts'
import type { OriginalReason } from '../../lib/contract/index.ts'
import type { PaidTokens } from '../../lib/quota/index.ts'
import type { WantedRewrite } from './plan-refresh.ts'

export interface WarmDeps {
  /** How many sections are written at once. */
  readonly atATime: number
  /** Writes one section as a reader's request does. */
  readonly write: (wanted: WantedRewrite) => Promise<SectionResult>
  /** The most tokens that a section can use. */
  readonly atMost: (wanted: WantedRewrite) => TokenCount
  /** In the unit of the budget: dollars, or tokens. */
  readonly costOf: (tokens: PaidTokens) => number
  readonly budget: number
  /** Once aborted, nothing more is begun. */
  readonly signal: AbortSignal
  readonly onResolved: (sum: Readonly<WarmSum>) => void
}

/** Why not everything was written. */
export type WarmStop = 'interrupted' | 'budget' | 'day-budget' | 'failing'

/** The result of a warming so far. */
export interface WarmSum {
  written: number
  /** Already cached when their turn came, because someone read them meanwhile. */
  ready: number
  /** Rejected by the verifier, by the first reason. */
  rejected: Partial<Record<OriginalReason, number>>
  /** No text came, by the reason. */
  failed: Partial<Record<OriginalReason, number>>
  /** As the provider counted them. */
  tokens: PaidTokens
  /** Sections of which it counted nothing. */
  uncounted: number
  /** In the unit of the budget; uncounted sections are included at their maximum. */
  spent: number
}

/** A model that fails so often in a row is not asked again. */
const failuresInARow = 5

/**
 * Has sections written in order, several at a time, within the budget: each is only started if the rest covers the most
 * that it and those in progress can use. Sections in progress are finished when it stops.
 */
export async function warmRewrites(
  wanted: readonly WantedRewrite[],
  deps: WarmDeps,
): Promise<WarmSum & { left: number; stopped: WarmStop | null }> {
  const sum: WarmSum = { written: 0, ready: 0, rejected: {}, failed: {}, tokens: noTokens, uncounted: 0, spent: 0 }
  const queue = [...wanted]
  const underWay = new Map<Promise<void>, number>()
  let failures = 0
  let stopped: WarmStop | null = null

  const work = async (next: WantedRewrite): Promise<void> => {
    const result = await deps.write(next)
    const paid = paidFor(result)
    if (paid) sum.tokens = addTokens(sum.tokens, paid)
    else sum.uncounted++
    sum.spent += paid ? deps.costOf(paid) : maxTokensCost(next, deps)
    const came = count(result, sum)
    if (came === 'day-budget') {
      stopped ??= 'day-budget'
      queue.push(next)
    }
    failures = came === 'failed' ? failures + 1 : 0
    if (failures >= failuresInARow) stopped ??= 'failing'
    deps.onResolved(sum)
  }
  const begin = (next: WantedRewrite): void => {
    const done = work(next).finally(() => underWay.delete(done))
    underWay.set(done, maxTokensCost(next, deps))
  }
  const held = (): number => [...underWay.values()].reduce((all, cost) => all + cost, 0)

  while (queue[0] !== undefined) {
    if (deps.signal.aborted) stopped ??= 'interrupted'
    if (stopped !== null) break
    const fits = sum.spent + held() + maxTokensCost(queue[0], deps) <= deps.budget
    if (underWay.size < deps.atATime && fits) begin(queue.shift() as WantedRewrite)
    else if (underWay.size > 0) await Promise.race(underWay.keys())
    else stopped = 'budget'
  }
  await Promise.all(underWay.keys())
  return { ...sum, left: queue.length, stopped: queue.length === 0 ? null : stopped }
}

const noTokens: PaidTokens = { input: 0, cachedInput: 0, output: 0 }

const maxTokensCost = (next: WantedRewrite, { atMost, costOf }: WarmDeps): number =>
  costOf({ ...atMost(next), cachedInput: 0 })

const addTokens = (one: PaidTokens, other: PaidTokens): PaidTokens => ({
  input: one.input + other.input,
  cachedInput: one.cachedInput + other.cachedInput,
  output: one.output + other.output,
})

/** Undefined where the provider did not count. */
function paidFor({ usage, reason }: SectionResult): PaidTokens | undefined {
  if (reason === 'budget-reached') return noTokens
  const { input_tokens: input, cached_input_tokens: cachedInput, output_tokens: output } = usage
  if (input === null || output === null) return undefined
  return { input, cachedInput: cachedInput ?? 0, output }
}

type Came = 'written' | 'ready' | 'rejected' | 'failed' | 'day-budget'

function count({ source, cached, proof, reason = 'malformed' }: SectionResult, sum: WarmSum): Came {
  if (source === 'rewrite') {
    const came = cached ? 'ready' : 'written'
    sum[came]++
    return came
  }
  if (reason === 'budget-reached') return 'day-budget'
  const came = proof === null ? 'failed' : 'rejected'
  sum[came][reason] = (sum[came][reason] ?? 0) + 1
  return came
}
