/** What is counted about readings, and the figures derived from it. */
export { buildInsights, nameSections } from './build-insights.ts'
export { createInsights, type DatedObservation, type Insights, type Measure, type Observation } from './insights.ts'
export type { CountedRow, Days, FeedbackRow, LessonNames, StoredInsights } from './stored-insights.ts'
export { boundOf } from './time-bounds.ts'
