import type { GlossaryTerm } from '../../lesson/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { readOriginal } from '../reading/candidate.ts'
import { findTerms } from './find-terms.ts'
import type { Rule } from '../rule.ts'

/** Terms that are everyday words as well: "to state a limit", "to take action". */
const everydayTerms = new Set('action link message service state topic'.split(' '))
/** An everyday word that stands so often in a section is meant as the term. */
const timesMeant = 3

/** The glossary's terms in the section's prose. The opening note owes none: its source is only an outline. */
export const wantedTerms = ({ kind, masked, lesson }: WritingTask): Set<string> =>
  kind === 'note' ? new Set() : findMeant(readOriginal(masked).prose, lesson.glossary)

function findMeant(prose: string, glossary: readonly GlossaryTerm[]): Set<string> {
  const isMeant = (term: string): boolean =>
    !everydayTerms.has(term) || (prose.match(new RegExp(String.raw`\b${term}s?\b`, 'gi'))?.length ?? 0) >= timesMeant
  return new Set([...findTerms(prose, glossary)].filter(isMeant))
}

/** Harm prevented: a translated technical term that the learner can look up nowhere. */
export const terms: Rule = ({ prose, heading, partial }, task) => {
  if (!task.translating || partial) return []
  const kept = findTerms(`${heading ?? ''}\n${prose}`, task.lesson.glossary)
  const lost = [...wantedTerms(task)].filter((term) => !kept.has(term))
  return lost.length === 0
    ? []
    : [{ reason: 'term-translated', message: `Keep these terms in English, in Latin script: ${lost.join(', ')}.` }]
}
