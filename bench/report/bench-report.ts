import type { Findings, Question } from './findings.ts'
import type { Stand } from './stand.ts'

/** What was found the last time a question was asked. */
export interface Answer extends Findings, Pick<Question, 'letter' | 'title' | 'method'> {
  readonly stand: Stand
  /** How long it took to find out. */
  readonly seconds: number
}

/** The last answer to each question, by its letter. */
export interface BenchReport {
  readonly answers: Record<string, Answer>
}
