import { verifierVersion } from '../../lib/contract/index.ts'
import { catalogue } from './faults/catalogue.ts'
import { familyTitles } from './faults/family-titles.ts'
import type { FaultFamily } from './faults/fault.ts'
import type { FalseRejection, FidelityRun } from './run-fidelity.ts'
import { falseRejectionsMax, reachedMax, reachedMaxOverall } from './targets.ts'

/** The outcomes of the cases of one fault, one family, or all. */
export interface Counts {
  readonly injected: number
  /** Cases whose first text was not accepted as it came. */
  readonly caughtAtOnce: number
  /** Cases of which a second, good text is read. */
  readonly repaired: number
  /** Cases of which the author's text stands. */
  readonly original: number
  readonly reached: number
  /** Cases of which something was shown for a while that is not in the good text. */
  readonly shown: number
  /** Among them those that showed code, a formula, an image, a link or HTML that is not the author's. */
  readonly shownForeign: number
}

export interface FidelityReport {
  readonly seed: number
  readonly verifierVersion: number
  readonly total: Counts
  readonly families: readonly (Counts & { readonly family: FaultFamily; readonly title: string })[]
  readonly faults: readonly (Counts & {
    readonly name: string
    readonly family: FaultFamily
    readonly describe: string
  })[]
  /** Each case of which a fault reached the reader: the fault, and the rewrite or section that it was injected into. */
  readonly misses: readonly { readonly fault: string; readonly path: string }[]
  readonly goodRewrites: number
  readonly falseRejections: readonly FalseRejection[]
}

/** Counts what became of a run's cases; the same for the same cases, in whatever order they were finished. */
export function buildReport({ seed, results, goodRewrites, falseRejections }: FidelityRun): FidelityReport {
  const count = (names: ReadonlySet<string>): Counts => {
    const counted = results.filter(({ fault }) => names.has(fault))
    const having = (outcome: string): number => counted.filter((result) => result.outcome === outcome).length
    return {
      injected: counted.length,
      caughtAtOnce: counted.filter(({ caughtAtOnce }) => caughtAtOnce).length,
      repaired: having('repaired'),
      original: having('original'),
      reached: having('reached'),
      shown: counted.filter(({ shown }) => shown).length,
      shownForeign: counted.filter(({ shownForeign }) => shownForeign).length,
    }
  }
  const families = [...new Set(catalogue.map(({ family }) => family))]
  return {
    seed,
    verifierVersion,
    total: count(new Set(catalogue.map(({ name }) => name))),
    families: families.map((family) => ({
      family,
      title: familyTitles[family],
      ...count(new Set(catalogue.filter((fault) => fault.family === family).map(({ name }) => name))),
    })),
    faults: catalogue.map(({ name, family, describe }) => ({ name, family, describe, ...count(new Set([name])) })),
    misses: catalogue.flatMap(({ name }) =>
      results
        .filter(({ fault, outcome }) => fault === name && outcome === 'reached')
        .map(({ fault, path }) => ({ fault, path }))
        .toSorted((a, b) => a.path.localeCompare(b.path, 'en')),
    ),
    goodRewrites,
    falseRejections,
  }
}

/** The targets that a run missed, a sentence each. */
export function findMissedTargets({ total, families, goodRewrites, falseRejections }: FidelityReport): string[] {
  const exceeds = (name: string, { reached, injected }: Counts, shareMax: number | undefined): string[] =>
    shareMax !== undefined && reached > injected * shareMax
      ? [`${name}: ${reached} of ${injected} reached the reader; at most ${shareMax * 100} % may.`]
      : []
  return [
    ...families.flatMap((counts) => exceeds(counts.family, counts, reachedMax[counts.family])),
    ...exceeds('All faults', total, reachedMaxOverall),
    ...(total.shownForeign > 0 ? [`${total.shownForeign} cases showed a part that is not the author's.`] : []),
    ...(falseRejections.length > goodRewrites * falseRejectionsMax
      ? [`${falseRejections.length} of ${goodRewrites} good rewrites were rejected.`]
      : []),
  ]
}
