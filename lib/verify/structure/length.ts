import { countWords } from '../../text/index.ts'
import type { Finding } from '../finding.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

const shareMin = 0.4
const shareMax = 2.6
/** Words that any section may add, whatever its length: a short paragraph may need a whole explanation. */
const wordsFree = 60
const noteWords = { min: 12, max: 160 }

/** Prevents dropped content, and a lesson that never ends. */
export const length: Rule = ({ kind, masked }) => {
  // Not the section's own count, which leaves out a warning opened for translation.
  const wordsBefore = countWords(readOriginal(masked).prose)
  const [min, max] =
    kind === 'note'
      ? [noteWords.min, noteWords.max]
      : [Math.floor(wordsBefore * shareMin), Math.ceil(wordsBefore * shareMax) + wordsFree]
  let words = 0
  const part = ({ prose }: Candidate): Finding[] => {
    words += countWords(prose)
    return words > max
      ? [{ reason: 'too-long', message: `The text has ${words} words; at most ${max} are allowed.` }]
      : []
  }
  return {
    part,
    whole: (text) => {
      const long = part(text)
      return words < min
        ? [{ reason: 'too-short', message: `The text has ${words} words; at least ${min} are wanted.` }]
        : long
    },
  }
}
