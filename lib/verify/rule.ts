import type { WritingTask } from '../prompt/index.ts'
import type { Finding } from './finding.ts'
import type { Candidate } from './reading/candidate.ts'

/** One rule of the verifier, made ready for a task: pure, and new for each text. */
export type Rule = (task: WritingTask) => Judge

export interface Judge {
  /**
   * Judges the next part of a text that is still being written, and reports only what no later part can mend. It remembers
   * what it has to of the parts before, so that each is read once.
   */
  readonly part: (part: Candidate) => Finding[]
  /** Judges a whole text; without it, a whole text is judged as its only part. */
  readonly whole?: (text: Candidate) => Finding[]
}

export const nothing = (): Finding[] => []
export const judgeWhole = ({ part, whole = part }: Judge, text: Candidate): Finding[] => whole(text)
