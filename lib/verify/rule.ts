import type { WritingTask } from '../prompt/index.ts'
import type { Finding } from './finding.ts'
import type { Candidate } from './reading/candidate.ts'

/** One rule of the verifier, prepared for a task; a new judge for each text. */
export type Rule = (task: WritingTask) => Judge

export interface Judge {
  /**
   * Judges the next part of a text that is still being written, and only reports what later parts cannot correct. Keeps
   * what it needs of earlier parts, so that each is read once.
   */
  readonly part: (part: Candidate) => Finding[]
  /** Judges a complete text; by default, as its only part. */
  readonly whole?: (text: Candidate) => Finding[]
}

export const nothing = (): Finding[] => []
export const judgeWhole = ({ part, whole = part }: Judge, text: Candidate): Finding[] => whole(text)
