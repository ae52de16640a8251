import type { Answers, ProfileKeys } from '../../lib/profile/index.ts'
import type { Level } from '../../lib/contract/index.ts'

/** How a month goes. Every share is in parts of a hundred. */
export const month = {
  days: 30,
  /** Of those who have read a lesson, so many read the next one, on the same day or the next. */
  goesOn: 80,
  /** So many readings are made again, by the same learner, three days later. */
  again: 30,
  /** In so many readings a reader sets another level for one section. */
  levels: { 'as-is': 92, simpler: 5, deeper: 3 } satisfies Readonly<Record<Level, number>>,
  /** Sections that their authors change, on any day, anywhere in the book. */
  edits: 60,
  /** So many calls of one reading leave together, before the provider can know their common beginning. */
  together: 8,
  /** Providers keep beginnings from this length on, in tokens. */
  prefixMin: 1_024,
} as const

export interface Learner {
  readonly id: number
  readonly answers: Answers
  readonly keys: ProfileKeys
}

/** One learner opens one lesson. */
export interface Reading {
  readonly learner: Learner
  readonly lesson: number
  /** The section that the learner asks for at another level, after reading it as it is. */
  readonly turned: { readonly section: number; readonly level: Level } | undefined
}
