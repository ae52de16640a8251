/** One fact of a text, as it is compared. */
export interface Fact {
  /** In one spelling: `10000` for "10,000" and for "ten thousand". */
  readonly value: string
  /** Facts that it is made of, which it states as well: `10` and `1000`. */
  readonly parts?: readonly string[]
  /** How it is written, where a policy asks. */
  readonly form?: string
  /** It may stand for a fact of the author's, and is none that anybody counts. */
  readonly isWeak?: boolean
}

/** What became of an author's facts in a rewrite. */
export interface FactChanges {
  /** Facts of the rewrite that are not known. */
  readonly added: readonly Fact[]
  /** Values that the rewrite states nowhere. */
  readonly dropped: readonly string[]
  /** Values that it states less often, while it states another more often than the author. */
  readonly exchanged: readonly string[]
}

export interface ComparedFacts {
  /** The facts that the author's text owes. */
  readonly author: readonly Fact[]
  readonly rewrite: readonly Fact[]
  /** Whether the author has such a fact, be it in code, in a formula or in the glossary. */
  readonly isKnown: (fact: Fact) => boolean
}

/** The facts that several patterns find: what is a part of a longer one is told by that. */
export const readLongest = (found: readonly string[]): Fact[] =>
  found.filter((one) => !found.some((other) => other !== one && other.includes(one))).map((value) => ({ value }))

/** Compares the facts of two texts as multisets: order is free, numbers of times are not. */
export function compareFacts({ author, rewrite, isKnown }: ComparedFacts): FactChanges {
  const before = countValues(author)
  const after = countValues(rewrite)
  const stated = new Set(rewrite.flatMap(valuesOf))
  const hasGained = [...after].some(([value, times]) => times > (before.get(value) ?? 0))
  const values = [...before.keys()]
  return {
    added: rewrite.filter((fact) => !isKnown(fact)),
    dropped: values.filter((value) => !stated.has(value)),
    exchanged: hasGained ? values.filter((value) => (after.get(value) ?? 0) < (before.get(value) ?? 0)) : [],
  }
}

const valuesOf = ({ value, parts = [] }: Fact): string[] => [value, ...parts]

function countValues(facts: readonly Fact[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const value of facts.filter(({ isWeak }) => !isWeak).flatMap(valuesOf))
    times.set(value, (times.get(value) ?? 0) + 1)
  return times
}
