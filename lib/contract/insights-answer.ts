import * as v from 'valibot'
import type { FeedbackReason } from '../profile/index.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const day = v.pipe(v.string(), v.isoDate())
/** US dollars; null where the price of a model is not known. */
const dollars = v.nullable(v.number())
/** A name with how often it occurred. */
export const namedCount = v.object({ name: v.string(), count })

/** Milliseconds that 50 %, 95 % and 99 % of all lessons did not exceed, estimated from a histogram. */
export const lessonTimes = v.object({ lessons: count, p50: v.number(), p95: v.number(), p99: v.number() })
export const kindsOfTimes = v.object({ cached: v.nullable(lessonTimes), written: v.nullable(lessonTimes) })
export const insightsTimes = v.object({ first_text: kindsOfTimes, whole: kindsOfTimes })

/** One model: what its calls cost, and what its cached rewrites would have cost if written again. */
export const insightsModel = v.object({
  model: v.string(),
  input_tokens: count,
  cached_input_tokens: count,
  output_tokens: count,
  uncounted_calls: count,
  dollars,
  saved_input_tokens: count,
  saved_output_tokens: count,
  saved_dollars: dollars,
})

export const lessonOutcomes = v.object({ cached: count, written: count })
export const sectionOutcomes = v.object({ cached: count, written: count, original: count })

export const insightsPeriod = v.object({
  readers: count,
  new_learners: count,
  lessons: lessonOutcomes,
  sections: sectionOutcomes,
  hit_rate: v.nullable(v.number()),
  originals: v.array(namedCount),
  rejections: v.array(namedCount),
  models: v.array(insightsModel),
  dollars,
  saved_dollars: dollars,
  times: insightsTimes,
})

export const insightsDay = v.object({
  day,
  readers: count,
  new_learners: count,
  lessons_cached: count,
  lessons_written: count,
  sections_cached: count,
  sections_written: count,
  sections_original: count,
  dollars,
})

export const sectionRequests = v.object({ simpler: count, deeper: count, differently: count })
export const feedbackCounts = v.object({
  'too-simple': count,
  'too-hard': count,
  unclear: count,
  wrong: count,
  other: count,
} satisfies Record<FeedbackReason, typeof count>)

export const insightsPassage = v.object({
  lesson: v.string(),
  section: v.string(),
  lesson_title: v.nullable(v.string()),
  heading: v.nullable(v.string()),
  asked: sectionRequests,
  up: count,
  down: count,
  reasons: feedbackCounts,
})

/** The answer of `GET /api/operator/insights`. Days are by UTC. */
export const insightsAnswer = v.object({
  day,
  days: count,
  since: day,
  today: insightsPeriod,
  period: insightsPeriod,
  daily: v.array(insightsDay),
  sections: v.array(insightsPassage),
})
export type InsightsAnswer = v.InferOutput<typeof insightsAnswer>
export type InsightsPeriod = v.InferOutput<typeof insightsPeriod>
export type LessonTimes = v.InferOutput<typeof lessonTimes>
