import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

const marker = /\*\*|~~|`/g

/** Harm prevented: asterisks and backticks in the sentence, and half a section in bold. */
export const emphasis: Rule = (candidate, { masked }) =>
  countMarkers(candidate) > countMarkers(readOriginal(masked))
    ? [{ reason: 'malformed', message: 'Close every ** and every ` where it begins and ends a word.' }]
    : []

/** Markers that Markdown reads as text. */
const countMarkers = ({ plainSource }: Candidate): number => plainSource.replace(/\\./g, '').match(marker)?.length ?? 0
