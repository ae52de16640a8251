import type { Candidate } from './candidate.ts'

/** All text of a candidate: as it is written, and as it is read with its character references resolved. */
export const readVisible = ({ markdown, heading = '', head, prose }: Candidate): string =>
  [heading, head.prose, markdown, prose].join('\n')
