import { formatCount, formatDollars, formatTable } from '../terminal/format-table.ts'
import type { WarmStop } from './warm-rewrites.ts'
import { interruptedExitCode } from './stop-on-signal.ts'

/** What `warm` has done, as `--json` prints it. */
export interface Warmed {
  readonly place: string
  readonly recipe: string
  readonly profiles: number
  readonly wanted: number
  readonly were_ready: number
  readonly written: number
  readonly ready_meanwhile: number
  readonly rejected: Readonly<Record<string, number>>
  readonly failed: Readonly<Record<string, number>>
  readonly left: number
  readonly stopped: WarmStop | null
  readonly input_tokens: number
  readonly cached_input_tokens: number
  readonly output_tokens: number
  readonly uncounted_sections: number
  /** Null when nobody has said what the model costs. */
  readonly dollars: number | null
  readonly troubles: readonly string[]
}

const stops: Readonly<Record<WarmStop, string>> = {
  interrupted: 'Stopped by you.',
  budget: 'Stopped: the next section could take more than the budget has left.',
  'day-budget': 'Stopped: what DAILY_TOKENS allows for today is used up.',
  failing: 'Stopped: the model failed five times in a row.',
}

/** 0: all is there; 1: something failed; 2: a budget was used up first; 130: interrupted. */
export function exitCodeOf({ stopped, failed }: Pick<Warmed, 'stopped' | 'failed'>): number {
  if (stopped === 'interrupted') return interruptedExitCode
  if (stopped === 'budget' || stopped === 'day-budget') return 2
  return stopped === 'failing' || Object.keys(failed).length > 0 ? 1 : 0
}

/** The same for people, with what to do next. */
export function describeWarm(warmed: Warmed): string[] {
  const { place, recipe, profiles, wanted, were_ready, written, ready_meanwhile, left, stopped } = warmed
  if (profiles === 0) return ['No learner with a profile was seen in the last 30 days: there is nothing to warm']
  return [
    `${place}: ${formatCount(wanted)} rewrites for ${formatCount(profiles)} profiles (${recipe})`,
    ...formatTable(
      ['', ''],
      [
        ['were there already', were_ready + ready_meanwhile],
        ['written now', written],
        ...Object.entries(warmed.rejected).map(([reason, count]) => [`rejected: ${reason}`, count]),
        ...Object.entries(warmed.failed).map(([reason, count]) => [`failed: ${reason}`, count]),
        ['left', left],
      ],
    ).slice(1),
    ...describeUsage(warmed),
    ...(stopped === null ? [] : [stops[stopped]]),
    ...(warmed.troubles.length === 0 ? [] : [`Seen on the way: ${warmed.troubles.join('; ')}`]),
    ...(left === 0 ? [] : ['Run it again to go on: what is written is never written twice.']),
  ]
}

function describeUsage({ input_tokens, output_tokens, uncounted_sections, dollars }: Warmed): string[] {
  const tokens = `${formatCount(input_tokens)} input and ${formatCount(output_tokens)} output tokens`
  const uncounted = `Of ${formatCount(uncounted_sections)} sections the provider counted nothing: the budget holds the most that they could take`
  return [
    `${tokens}: ${dollars === null ? 'dollars not known, set OPENAI_PRICE' : formatDollars(dollars)}`,
    ...(uncounted_sections === 0 ? [] : [uncounted]),
  ]
}
