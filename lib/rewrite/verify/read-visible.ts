import type { Candidate } from './candidate.ts'

/** All text of a candidate: as it is written, and as it is read with its character references resolved. */
export const readVisible = ({ markdown, heading = '', headingProse, prose }: Candidate): string =>
  [heading, headingProse, markdown, prose].join('\n')
