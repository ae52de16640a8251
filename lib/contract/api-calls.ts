import type { InferInput } from 'valibot'
import type { SectionChoice } from './level-and-variant.ts'
import type {
  DeletedAnswer,
  ErasedAnswer,
  ExportAnswer,
  FeedbackAnswer,
  HealthAnswer,
  LessonAnswer,
  PreferencesAnswer,
  SweptAnswer,
  TransferAnswer,
  UserAnswer,
} from './answers.ts'
import type { feedbackSchema, withdrawalSchema } from './feedback-requests.ts'
import type { InsightsAnswer } from './insights-answer.ts'
import type { lessonRequestSchema } from './lesson-request.ts'
import type { LessonVersionAnswer } from './lesson-version.ts'
import type { transferSchema } from './transfer-request.ts'
import type { newUserSchema } from './new-user-request.ts'
import type { onboardingSchema } from './onboarding-request.ts'
import type { preferencesChangeSchema } from './preferences-change.ts'

/**
 * Every call of the API: the body it takes, if any, and the JSON it answers. `local/contract` describes the same calls
 * in prose.
 */
export interface ApiCalls {
  'POST /api/user/create': { body: InferInput<typeof newUserSchema>; answer: UserAnswer }
  'GET /api/user/{user_id}': { answer: UserAnswer }
  'GET /api/user/me': { answer: UserAnswer }
  'DELETE /api/user/me': { answer: ErasedAnswer }
  'GET /api/user/me/export': { answer: ExportAnswer }
  'DELETE /api/user/{user_id}': { answer: ErasedAnswer }
  'GET /api/user/{user_id}/export': { answer: ExportAnswer }
  'POST /api/onboarding': { body: InferInput<typeof onboardingSchema>; answer: PreferencesAnswer }
  'GET /api/user/preferences': { answer: PreferencesAnswer }
  'PUT /api/user/preferences': { body: InferInput<typeof preferencesChangeSchema>; answer: PreferencesAnswer }
  'POST /api/user/transfer': { answer: TransferAnswer }
  'PUT /api/user/transfer': { body: InferInput<typeof transferSchema>; answer: PreferencesAnswer }
  'POST /api/personalize': { body: LessonRequest; answer: LessonAnswer }
  'DELETE /api/personalize/cache': { answer: DeletedAnswer }
  'GET /api/rewrites/{key}': { answer: LessonVersionAnswer }
  'POST /api/feedback': { body: InferInput<typeof feedbackSchema>; answer: FeedbackAnswer }
  'DELETE /api/feedback': { body: InferInput<typeof withdrawalSchema>; answer: DeletedAnswer }
  'GET /api/operator/insights': { answer: InsightsAnswer }
  'GET /api/operator/sweep': { answer: SweptAnswer }
  'GET /api/health': { answer: HealthAnswer }
}

/** `choices` has the field names of the request, which the schema's type cannot express. */
type LessonRequest = Omit<InferInput<typeof lessonRequestSchema>, 'choices'> & {
  choices?: Readonly<Record<string, SectionChoice>>
}

export type ApiCallName = keyof ApiCalls
