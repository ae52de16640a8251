import type { WritingTask } from '../prompt/index.ts'
import type { Candidate } from './reading/candidate.ts'
import type { Finding } from './finding.ts'

/**
 * One rule of the verifier: a pure function from a candidate to findings. For a partial candidate (a text still being
 * written) it reports only what no later text can mend.
 */
export type Rule = (candidate: Candidate, task: WritingTask) => Finding[]
