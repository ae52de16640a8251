/** A number of events (or tokens) of one kind. */
export interface Observation {
  readonly measure: Measure
  /** Its kind within the measure: an outcome, a reason, a model, a time bound, a section. */
  readonly label: string
  readonly amount: number
}

/** What is counted, day by day. `readers` is counted by the database itself. */
export type Measure =
  | 'readers'
  | 'lessons'
  | 'sections'
  | 'originals'
  | 'rejection'
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
 * Observations of this process that the database has not got yet. They go into the next statement that is made anyway;
 * if the process ends before, they are lost.
 */
export interface Insights {
  readonly add: (observations: readonly Observation[]) => void
  /** Removes and returns all observations; returns none within a second of the last time, unless `at-once`. */
  readonly take: (when?: 'at-once') => readonly DatedObservation[]
  /** Puts observations back that the database did not accept. */
  readonly putBack: (observations: readonly DatedObservation[]) => void
}

/**
 * The shortest time between two reports, in milliseconds: on a busy day many readings share one, so that processes do
 * not lock the same rows all the time.
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
