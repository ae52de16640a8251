/** What travels: requests, answers, events and the keys of rewrites. */
export {
  answeredLesson,
  type AnsweredSection,
  answeredSection,
  type DeletedAnswer,
  deletedAnswer,
  type ErasedAnswer,
  erasedAnswer,
  erasedCounts,
  type ExportAnswer,
  exportAnswer,
  type FeedbackAnswer,
  feedbackAnswer,
  type HealthAnswer,
  healthAnswer,
  storedAnswers,
  storedFeedback,
  storedReading,
  storedTransfer,
  storedUser,
  type LessonAnswer,
  lessonAnswer,
  type PreferencesAnswer,
  preferencesAnswer,
  type SweptAnswer,
  sweptAnswer,
  type TransferAnswer,
  transferAnswer,
  type UserAnswer,
  userAnswer,
} from './answers.ts'
export type { ApiCallName, ApiCalls } from './api-calls.ts'
export { choiceSchema, choicesSchema, sectionsMax, storableName } from './choices-schema.ts'
export { type Level, levels, type SectionChoices, type Variant, variants } from './level-and-variant.ts'
export { feedbackSchema, withdrawalSchema } from './feedback-requests.ts'
export {
  feedbackCounts,
  type InsightsAnswer,
  insightsAnswer,
  insightsDay,
  insightsModel,
  insightsPassage,
  type InsightsPeriod,
  insightsPeriod,
  insightsTimes,
  kindsOfTimes,
  lessonOutcomes,
  type LessonTimes,
  lessonTimes,
  namedCount,
  sectionOutcomes,
  sectionRequests,
} from './insights-answer.ts'
export { insightDaysMax } from './insights-request.ts'
export { keyPattern, type KeyScope, keyScopes, type SentKey } from './key-form.ts'
export { forms, lessonRequestSchema } from './lesson-request.ts'
export { type LessonVersionAnswer, lessonVersionSchema, versionSectionSchema } from './lesson-version.ts'
export { listSlugs } from './list-slugs.ts'
export { newUserSchema } from './new-user-request.ts'
export { onboardingSchema } from './onboarding-request.ts'
export { preferencesChangeSchema } from './preferences-change.ts'
export {
  buildRewriteKey,
  buildVersionKey,
  type RewriteIdentity,
  type RewriteScope,
  writeIdentity,
} from './rewrite-key.ts'
export { transferSchema } from './transfer-request.ts'
export { userIdSchema } from './user-id-schema.ts'
export { verifierVersion } from './verifier-version.ts'
export {
  type LessonEnd,
  lessonEndSchema,
  type LessonProof,
  lessonProofSchema,
  type LessonStart,
  lessonStartSchema,
  type Readability,
  readabilitySchema,
  type OriginalReason,
  originalReasons,
  originalReasonSchema,
  type Proof,
  proofSchema,
  type SectionBlock,
  sectionBlockSchema,
  type SectionEnd,
  sectionEndSchema,
  type SectionState,
  type StreamError,
  streamErrorSchema,
  type Usage,
  usageSchema,
  type WireEvent,
  type WireEvents,
} from './wire-events.ts'
export { sumProofs } from './sum-proofs.ts'
