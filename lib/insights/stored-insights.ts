import type { feedbackReasons } from '../profile/index.ts'
import type { Measure } from './insights.ts'

/** The last days by UTC, both ends among them, as `2026-11-23`. */
export interface Days {
  readonly since: string
  readonly today: string
}

/** How much was counted under a label on a day. */
export interface CountedRow {
  readonly day: string
  readonly measure: Measure
  readonly label: string
  readonly amount: number
}

/** What learners said of a section's rewrites. */
export interface FeedbackRow {
  readonly lesson: string
  readonly section: string
  readonly up: number
  readonly down: number
  readonly reasons: Readonly<Record<(typeof feedbackReasons)[number], number>>
}

export interface StoredInsights {
  readonly counted: readonly CountedRow[]
  readonly newLearners: ReadonlyMap<string, number>
  /** Learners who were given a lesson in all these days, each once. */
  readonly readers: number
  readonly feedback: readonly FeedbackRow[]
}

/** Titles of lessons and headings of their sections, as last published. */
export interface LessonNames {
  readonly title: string
  readonly headings: Readonly<Record<string, string | null>>
}
