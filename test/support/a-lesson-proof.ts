import type { LessonProof } from '../../lib/contract/wire-events.ts'

/** The proof of a lesson in which one section was rewritten. */
export const aLessonProof: LessonProof = {
  sections: 1,
  slots: { preserved: 1, total: 1 },
  links: { preserved: 0, total: 0 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { preserved: 0, total: 0 },
  words: { before: 90, after: 120 },
  readability: { measure: 'flesch-kincaid-grade', before: 9.1, after: 7.4 },
  attempts: 1,
}
