import {
  deletedAnswer,
  erasedAnswer,
  erasedCounts,
  exportAnswer,
  feedbackAnswer,
  healthAnswer,
  storedAnswers,
  storedFeedback,
  storedReading,
  storedTransfer,
  storedUser,
  preferencesAnswer,
  sweptAnswer,
  transferAnswer,
  userAnswer,
} from '../../lib/contract/index.ts'
import { answerWords } from './answer-words.ts'
import { describe, type Component } from './component.ts'

const times = { created_at: 'When it was stored first.', updated_at: 'When it was changed last.' }
const user = { id: "The learner's id.", onboarding_completed: 'Whether the six questions were answered.', ...times }
const feedback = {
  rewrite_key: 'The `key` of the rewrite.',
  rating: 'Whether it helped.',
  reason: 'Why; null where the learner did not say.',
}

/** Components of answers about learners and the deployment. */
export const answerComponents: Readonly<Record<string, Component>> = {
  Learner: describe(userAnswer, 'A learner, known by an id alone.', user),
  Profile: describe(preferencesAnswer, 'The six answers of a learner.', {
    id: "The profile's own id.",
    user_id: "The learner's id.",
    ...answerWords,
    ...times,
  }),
  Deleted: describe(deletedAnswer, 'How much was deleted.', { deleted_count: 'How many rows that were.' }),
  Erased: describe(erasedAnswer, 'What was erased with a learner.', { erased: 'How many rows of each kind.' }),
  ErasedCounts: describe(erasedCounts, 'How many rows of each kind were stored about a learner.', {
    preferences: 'Profiles: 0 or 1.',
    lessons: 'Lesson versions that the learner was given.',
    feedback: 'Words on rewrites.',
  }),
  LearnerData: describe(
    exportAnswer,
    'Everything stored about a learner. Rewrites belong to nobody and are not in it.',
    {
      user: 'The learner.',
      preferences: 'The six answers; null before onboarding.',
      transfer: 'The code for another device; null where there is none.',
      lessons: 'Which lesson versions the learner was given.',
      feedback: 'What the learner said of rewrites.',
    },
  ),
  StoredLearner: describe(storedUser, 'A learner, as stored.', {
    ...user,
    variant: 'How often everything was asked for differently, from 0 to 2 and round again.',
    variant_read: 'Whether a lesson was read since then.',
    last_seen_at: 'When the learner was seen last, to the day.',
  }),
  StoredAnswers: describe(storedAnswers, 'The six answers, as stored.', { ...answerWords, ...times }),
  StoredTransfer: describe(storedTransfer, 'A code for another device, as stored.', {
    code_hash: 'A keyed hash of the code; the code itself is not stored.',
    expires_at: 'Until when it holds.',
  }),
  StoredReading: describe(storedReading, 'A lesson version that a learner was given.', {
    lesson_slug: "The lesson's path.",
    content_hash: 'SHA-256 of its source.',
    version_key: 'Key of the version at `GET /api/rewrites/{key}`.',
    keys: "Keys of its sections' rewrites, in reading order.",
    first_read_at: 'When it was given first.',
    last_read_at: 'When it was given last, to the hour.',
  }),
  StoredFeedback: describe(storedFeedback, 'What a learner said of a rewrite.', { ...feedback, ...times }),
  TransferCode: describe(transferAnswer, 'A code that takes a profile to another device, once.', {
    code: 'Twelve letters and digits in groups of four.',
    expires_at: 'Until when it holds: ten minutes.',
  }),
  Feedback: describe(feedbackAnswer, 'What is now known of this learner and rewrite.', feedback),
  Swept: describe(sweptAnswer, 'How much was swept out.', {
    learners: 'Learners who were not seen for long.',
    rewrites: 'Rewrites that nobody read for long.',
    lesson_versions: 'Old versions of lessons.',
    spending: 'Counters of past days.',
    insights: 'Sums of days that are long past.',
    finished: 'Whether nothing of them is left; if not, the next sweep continues.',
  }),
  Health: describe(healthAnswer, 'What can be reached.', {
    status: '`ok` with 200 when both can be reached, else `degraded` with 503.',
    database: 'Whether the database answers.',
    model: "Whether the model's server answers and takes the key.",
    model_name: 'The model that writes.',
    recipe: 'Version of the prompt and the model: part of what names a rewrite.',
    version: 'Which version of the code is deployed.',
  }),
}
