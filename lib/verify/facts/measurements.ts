import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { packsOf } from '../packs-of.ts'
import type { Candidate } from '../reading/candidate.ts'
import { readAuthorText } from './author-text.ts'
import { ruleOf, type FactKind } from './fact-kind.ts'
import { findMeasurements } from './read-measurements.ts'

const knownTo = oncePer((task: WritingTask) => findMeasurements(readAuthorText(task).section, packsOf(task)))

/** Prevents a wrong voltage, force or distance that the author never wrote. */
const kind: FactKind = {
  reason: 'invented-measurement',
  read: ({ prose }, task) => [...findMeasurements(prose, packsOf(task))].map((value) => ({ value })),
  isKnown: ({ value }, task) => knownTo(task).has(value),
  policy: { added: { say: (measurement) => `"${measurement}" is not in the section.` } },
}

export const measurements = ruleOf(kind)

/** The measurements of a rewrite that its section, code and formulas included, does not have. */
export const inventedMeasurements = (text: Candidate, task: WritingTask): string[] =>
  kind
    .read(text, task)
    .filter((fact) => !kind.isKnown(fact, task))
    .map(({ value }) => value)
