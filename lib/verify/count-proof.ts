import type { Proof } from '../contract/index.ts'
import type { WritingTask } from '../prompt/index.ts'
import { countWords } from '../text/index.ts'
import { findTermNames } from './facts/find-terms.ts'
import { inventedIdentifiers } from './facts/identifiers.ts'
import { inventedMeasurements } from './facts/measurements.ts'
import { wantedTerms } from './facts/terms.ts'
import { measureReadability } from './level/measure-readability.ts'
import { readOriginal, type Candidate } from './reading/candidate.ts'

/** The part of a proof that is counted in the text itself. */
export type ProofCounts = Pick<Proof, 'slots' | 'links' | 'invented' | 'terms' | 'language' | 'words' | 'readability'>

/** Counts the facts of a proof; readability only of a complete text. */
export function countProof(candidate: Candidate, task: WritingTask, { partial = false } = {}): ProofCounts {
  const { masked, lesson } = task
  const found = new Set(candidate.slots.map((slot) => slot.id))
  const wanted = wantedTerms(task)
  const keptTerms = findTermNames(candidate.prose, lesson.glossary)
  return {
    slots: { preserved: masked.slots.filter(({ id }) => found.has(id)).length, total: masked.slots.length },
    links: {
      preserved: masked.links.filter(({ number }) => candidate.links.some(({ target }) => target === `link:${number}`))
        .length,
      total: masked.links.length,
    },
    invented: {
      identifiers: inventedIdentifiers(candidate.codeSpans, task).length,
      measurements: inventedMeasurements(candidate, task).length,
    },
    terms: { preserved: [...wanted].filter((term) => keptTerms.has(term)).length, total: wanted.size },
    language: task.language,
    words: {
      before: task.kind === 'note' ? 0 : countWords(readOriginal(masked).prose),
      after: countWords(candidate.prose),
    },
    readability: partial ? null : measureReadability(candidate, task),
  }
}
