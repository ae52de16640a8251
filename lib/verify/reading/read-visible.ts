import type { Candidate } from './candidate.ts'

/** All text of a candidate, as written and with character references resolved. */
export const readVisible = ({ markdown, heading = '', head, prose }: Candidate): string =>
  [heading, head.prose, markdown, prose].join('\n')
