/** What can go wrong, as closed codes, and the lines of the log. */
export { describeError } from './describe-error.ts'
export { type InputIssue, invalidRequest, wrongField } from './invalid-request.ts'
export type { LogEntry } from './log-entry.ts'
export { Problem, type ProblemCode, problemResponse, problemStatus } from './problem.ts'
