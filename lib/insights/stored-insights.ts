import type { feedbackReasons } from '../profile/index.ts'
import type { Measure } from './insights.ts'

/** A range of UTC days, both ends included, as `2026-11-23`. */
export interface Days {
  readonly since: string
  readonly today: string
}

/** The amount of a measure and label on one day. */
export interface CountedRow {
  readonly day: string
  readonly measure: Measure
  readonly label: string
  readonly amount: number
}

/** Learners' ratings of a section's rewrites. */
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
  /** How many learners were given a lesson on any of these days; each counts once. */
  readonly readers: number
  readonly feedback: readonly FeedbackRow[]
}

/** Titles of lessons and headings of their sections, as last published. */
export interface LessonNames {
  readonly title: string
  readonly headings: Readonly<Record<string, string | null>>
}
