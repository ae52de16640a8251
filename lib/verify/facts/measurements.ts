import { findMeasurements } from './read-measurements.ts'
import type { Rule } from '../rule.ts'
import type { Candidate } from '../reading/candidate.ts'
import type { WritingTask } from '../../prompt/index.ts'

/** The measurements of a rewrite that its section (its code and formulas included) does not have. */
export function inventedMeasurements({ prose }: Pick<Candidate, 'prose'>, { section }: WritingTask): string[] {
  const known = findMeasurements(section.source)
  return [...findMeasurements(prose)].filter((measurement) => !known.has(measurement))
}

/** Harm prevented: a wrong voltage, force or distance that the author never wrote. */
export const measurements: Rule = (candidate, task) =>
  inventedMeasurements(candidate, task).map((measurement) => ({
    reason: 'invented-measurement',
    message: `"${measurement}" is not in the section.`,
  }))
