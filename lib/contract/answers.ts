/**
 * The JSON answers of the endpoints, as schemas. The functions import only their types; the API's description is built
 * from them, and tests check real answers against them.
 */
import * as v from 'valibot'
import { answersSchema, feedbackReasons, ratings } from '../profile/index.ts'
import { variants } from './level-and-variant.ts'
import { lessonEndSchema, lessonStartSchema, originalReasonSchema } from './wire-events.ts'
import { versionSectionSchema } from './lesson-version.ts'

const time = v.pipe(v.string(), v.isoTimestamp())
const uuid = v.pipe(v.string(), v.uuid())
const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const timesEntries = { created_at: time, updated_at: time }

export const userAnswer = v.object({ id: uuid, ...timesEntries, onboarding_completed: v.boolean() })
export type UserAnswer = v.InferOutput<typeof userAnswer>

export const preferencesAnswer = v.object({ id: uuid, user_id: uuid, ...answersSchema.entries, ...timesEntries })
export type PreferencesAnswer = v.InferOutput<typeof preferencesAnswer>

export const deletedAnswer = v.object({ deleted_count: count })
export type DeletedAnswer = v.InferOutput<typeof deletedAnswer>

/** How many rows of each kind were stored about a learner. */
export const erasedCounts = v.object({ preferences: count, lessons: count, feedback: count })
export const erasedAnswer = v.object({ erased: erasedCounts })
export type ErasedAnswer = v.InferOutput<typeof erasedAnswer>

export const storedReading = v.object({
  lesson_slug: v.string(),
  content_hash: key,
  version_key: key,
  keys: v.array(key),
  first_read_at: time,
  last_read_at: time,
})
export const storedFeedback = v.object({
  rewrite_key: key,
  rating: v.picklist(ratings),
  reason: v.nullable(v.picklist(feedbackReasons)),
  ...timesEntries,
})
export const storedUser = v.object({
  ...userAnswer.entries,
  variant: v.picklist(variants),
  variant_read: v.boolean(),
  last_seen_at: time,
})
export const storedTransfer = v.object({ code_hash: v.string(), expires_at: time })
export const storedAnswers = v.object({ ...answersSchema.entries, ...timesEntries })

/** Everything stored about a learner. Rewrites are not included: they belong to no learner. */
export const exportAnswer = v.object({
  user: storedUser,
  preferences: v.nullable(storedAnswers),
  lessons: v.array(storedReading),
  transfer: v.nullable(storedTransfer),
  feedback: v.array(storedFeedback),
})
export type ExportAnswer = v.InferOutput<typeof exportAnswer>

/** A code that moves a profile to another device. */
export const transferAnswer = v.object({
  code: v.pipe(v.string(), v.regex(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)),
  expires_at: time,
})
export type TransferAnswer = v.InferOutput<typeof transferAnswer>

export const feedbackAnswer = v.object({
  rewrite_key: key,
  rating: v.picklist(ratings),
  reason: v.nullable(v.picklist(feedbackReasons)),
})
export type FeedbackAnswer = v.InferOutput<typeof feedbackAnswer>

/** How many rows of each kind were deleted; `finished` is true when none are left to delete. */
export const sweptAnswer = v.object({
  learners: count,
  rewrites: count,
  lesson_versions: count,
  spending: count,
  insights: count,
  finished: v.boolean(),
})
export type SweptAnswer = v.InferOutput<typeof sweptAnswer>

const reach = v.picklist(['reachable', 'unreachable'])
export const healthAnswer = v.object({
  status: v.picklist(['ok', 'degraded']),
  database: reach,
  model: reach,
  model_name: v.string(),
  recipe: v.string(),
  version: v.string(),
})
export type HealthAnswer = v.InferOutput<typeof healthAnswer>

/** One section of the JSON answer of `POST /api/personalize`. */
export const answeredSection = v.object({
  ...versionSectionSchema.entries,
  cached: v.boolean(),
  reason: v.exactOptional(originalReasonSchema),
})
export type AnsweredSection = v.InferOutput<typeof answeredSection>

export const answeredLesson = v.object({
  ...lessonStartSchema.entries.lesson.entries,
  ...v.pick(lessonStartSchema, ['content_hash', 'key', 'recipe', 'model']).entries,
})
export const lessonAnswer = v.object({
  personalized_content: v.string(),
  cached: v.boolean(),
  generated_at: time,
  lesson: answeredLesson,
  sections: v.array(answeredSection),
  summary: lessonEndSchema,
})
export type LessonAnswer = v.InferOutput<typeof lessonAnswer>
