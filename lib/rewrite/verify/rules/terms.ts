import type { WritingTask } from '../../writing-task.ts'
import { readOriginal } from '../candidate.ts'
import { findTerms } from '../find-terms.ts'
import type { Rule } from '../rule.ts'

/** The glossary's terms in the section's prose. The opening note owes none: its source is only an outline. */
export const wantedTerms = ({ kind, masked, lesson }: WritingTask): Set<string> =>
  kind === 'note' ? new Set() : findTerms(readOriginal(masked).prose, lesson.glossary)

/** Harm prevented: a translated technical term that the learner can look up nowhere. */
export const terms: Rule = ({ prose, heading, partial }, task) => {
  if (!task.translating || partial) return []
  const kept = findTerms(`${heading ?? ''}\n${prose}`, task.lesson.glossary)
  const lost = [...wantedTerms(task)].filter((term) => !kept.has(term))
  return lost.length === 0
    ? []
    : [{ reason: 'term-translated', message: `Keep these terms in English, in Latin script: ${lost.join(', ')}.` }]
}
