import {
  choiceSchema,
  feedbackSchema,
  lessonRequestSchema,
  newUserSchema,
  onboardingSchema,
  preferencesChangeSchema,
  transferSchema,
  withdrawalSchema,
} from '../../lib/contract/index.ts'
import { describe, type Component } from './component.ts'
import { answerWords } from './answer-words.ts'

const userId =
  "The learner's id: a UUID that the caller draws at random, of any version but Nil and Max. Kept in lower case."
const setByServer = 'Set by the server. Passed over, so that a profile can be sent as it was got.'
const passedOver = { id: setByServer, created_at: setByServer, updated_at: setByServer }
const rewriteKey = 'The `key` of a section whose text is a rewrite.'

/** Components of requests. */
export const requestComponents: Readonly<Record<string, Component>> = {
  NewLearner: describe(newUserSchema, 'A learner to be created.', { user_id: userId }),
  Onboarding: describe(onboardingSchema, "A learner's id and the six answers.", {
    user_id: userId,
    ...answerWords,
    ...passedOver,
  }),
  ProfileChange: describe(preferencesChangeSchema, 'Any of the six answers, at least one.', {
    ...answerWords,
    user_id: "The learner's id, if at all: that of the header.",
    ...passedOver,
  }),
  LessonRequest: describe(lessonRequestSchema, 'Which lesson is to be read, and how.', {
    lesson_slug:
      "The lesson's path, for example `foundations/physical-ai`, or the address of its page, for example `/docs/foundations/physical-ai`. Spaces around it are left out.",
    original_content:
      "The lesson's Markdown. It must be a published version, unless the call carries an integrator's key; then at most 24,000 characters and 1,000 lines.",
    content_hash: 'The published version that is meant, by the SHA-256 of its source; the current one when absent.',
    sections: 'Only these section ids; all when absent.',
    version:
      'With `sections`: the key of the finished version that the reader has of all the others, from `GET /api/rewrites/{key}`. It is remembered as given to this learner.',
    level: 'How far all sections lean from the profile. Each value is a rewrite of its own.',
    choices: 'How single sections are read, by section id. What is left out is as for the whole lesson.',
    form: '`markdown`: complete Markdown. `slots`: code, formulas and links stay placeholders, for a page that has the original in it.',
  }),
  Transfer: describe(transferSchema, 'A code that another device has made.', {
    code: 'The code, in any case, with or without hyphens and spaces.',
  }),
  SectionChoice: describe(choiceSchema, 'How one section is read.', {
    level: 'How far it leans from the profile.',
    variant: 'The same level, written differently.',
  }),
  FeedbackRequest: describe(feedbackSchema, 'What a learner says of a rewrite.', {
    rewrite_key: rewriteKey,
    rating: 'Whether it helped.',
    reason: 'Why, if the learner says so.',
  }),
  Withdrawal: describe(withdrawalSchema, 'Which rewrite a learner takes their word back on.', {
    rewrite_key: rewriteKey,
  }),
}
