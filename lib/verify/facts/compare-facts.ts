/** One fact of a text, in a form that can be compared. */
export interface Fact {
  /** In one spelling: `10000` for both "10,000" and "ten thousand". */
  readonly value: string
  /** Facts that it contains and also states: `10` and `1000`. */
  readonly parts?: readonly string[]
  /** How it is written, if a policy needs it. */
  readonly form?: string
  /** It may match a fact of the author's, but is not counted as a fact itself. */
  readonly isWeak?: boolean
}

/** The changes of an author's facts in a rewrite. */
export interface FactChanges {
  /** Facts of the rewrite that the author does not have. */
  readonly added: readonly Fact[]
  /** Values that the rewrite does not state. */
  readonly dropped: readonly string[]
  /** Values stated less often than by the author, while another is stated more often. */
  readonly exchanged: readonly string[]
}

export interface ComparedFacts {
  /** The author's facts that the rewrite must have. */
  readonly author: readonly Fact[]
  readonly rewrite: readonly Fact[]
  /** Whether the author has this fact, also in code, in a formula or in the glossary. */
  readonly isKnown: (fact: Fact) => boolean
}

/** The facts found by several patterns, without those that are part of a longer one. */
export const readLongest = (found: readonly string[]): Fact[] =>
  found.filter((one) => !found.some((other) => other !== one && other.includes(one))).map((value) => ({ value }))

/** Compares the facts of two texts as multisets: order does not matter, counts do. */
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
