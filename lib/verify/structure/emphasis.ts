import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

const marker = /\*\*|~~|`/g

/** Prevents asterisks and backticks in a sentence, and half a section in bold. */
export const emphasis: Rule = ({ masked }) => {
  const markersMax = countMarkers(readOriginal(masked))
  let markers = 0
  return {
    part: (part) => {
      markers += countMarkers(part)
      return markers > markersMax
        ? [{ reason: 'malformed', message: 'Close every ** and every ` where it begins and ends a word.' }]
        : []
    },
  }
}

/** Counts markers that Markdown reads as text. */
const countMarkers = ({ plainSource }: Candidate): number => plainSource.replace(/\\./g, '').match(marker)?.length ?? 0
