/** One thing that was seen to happen so many times (or as many tokens) on a day. */
export interface Observation {
  readonly measure: Measure
  /** What tells it from others of its measure: an outcome, a reason, a model, a bound of time, a section. */
  readonly label: string
  readonly amount: number
}

/** What is counted, day by day. `readers` is counted by the database itself. */
export type Measure =
  | 'readers'
  | 'lessons'
  | 'sections'
  | 'originals'
  | 'turned-down'
  | 'asked-simpler'
  | 'asked-deeper'
  | 'asked-differently'
  | 'input-tokens'
  | 'cached-input-tokens'
  | 'output-tokens'
  | 'uncounted-calls'
  | 'saved-input-tokens'
  | 'saved-output-tokens'
  | 'first-text-cached'
  | 'first-text-written'
  | 'whole-cached'
  | 'whole-written'

/** An observation with its day (`2026-11-23`), as the database takes it. */
export type DatedObservation = readonly [day: string, measure: Measure, label: string, amount: number]

/**
 * What this process has seen and not yet told the database. It is told with the next statement that is made anyway; a process
 * that ends before that takes it along.
 */
export interface Insights {
  readonly add: (observations: readonly Observation[]) => void
  /** All of it, which is forgotten here; nothing when something was taken a moment ago, unless it is to go at once. */
  readonly take: (when?: 'at-once') => readonly DatedObservation[]
  /** The database did not take it. */
  readonly putBack: (observations: readonly DatedObservation[]) => void
}

/**
 * How long after a report the next one is made at the earliest, in milliseconds: on a busy day many readings share one,
 * and the rows that all processes count in are not locked by each of them.
 */
const reportMilliseconds = 1_000

/** `now` is in milliseconds since the epoch; days are by UTC. */
export function createInsights({ now }: { readonly now: () => number }): Insights {
  let seen = new Map<string, DatedObservation>()
  let reported = -Infinity
  const count = ([day, measure, label, amount]: DatedObservation): void => {
    const key = `${day} ${measure} ${label}`
    seen.set(key, [day, measure, label, amount + (seen.get(key)?.[3] ?? 0)])
  }
  return {
    add(observations) {
      const day = new Date(now()).toISOString().slice(0, 10)
      for (const { measure, label, amount } of observations) if (amount > 0) count([day, measure, label, amount])
    },
    take(when) {
      if (when !== 'at-once' && now() - reported < reportMilliseconds) return []
      reported = now()
      const taken = [...seen.values()]
      seen = new Map()
      return taken
    },
    putBack: (observations) => observations.forEach(count),
  }
}
