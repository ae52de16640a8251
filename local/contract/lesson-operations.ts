import type { Operation } from './operation.ts'

/** The calls that return lessons. */
export const lessonOperations = {
  'POST /api/personalize': {
    id: 'personalize',
    tag: 'Lesson',
    summary: 'Read a personalized lesson',
    text: 'As JSON when every section is resolved, which can take a minute where nobody has read it yet; with `Accept: text/event-stream` as events while it comes. Sent twice, the second reads what the first has stored, and waits for what it is writing.',
    parameters: ['LearnerHeader'],
    body: 'LessonRequest',
    answers: { 200: 'PersonalizedLesson' },
    events: true,
    security: { schemes: ['integratorKey'], optional: true },
    problems: [
      'invalid-key',
      'missing-scope',
      'content-not-published',
      'user-not-found',
      'preferences-not-found',
      'lesson-not-found',
      'invalid-lesson',
      'too-many-requests',
      'budget-reached',
    ],
  },
  'DELETE /api/personalize/cache': {
    id: 'forgetVersions',
    tag: 'Lesson',
    summary: 'Ask for other versions of everything',
    text: 'Forgets this learner’s versions and moves on to the next of three variants. No other learner loses anything. Sent again before a lesson was read, it forgets nothing more.',
    parameters: ['LearnerHeader'],
    answers: { 200: 'Deleted' },
    problems: ['user-not-found'],
  },
  'GET /api/rewrites/{key}': {
    id: 'getVersion',
    tag: 'Lesson',
    summary: 'Fetch a finished version by its key',
    text: 'Needs no learner. What a key names never changes, so browsers and CDNs may keep the answer for good; until every section has an accepted rewrite it is 404 with `no-store`.',
    parameters: ['VersionKeyPath', 'FormQuery', 'MissingQuery'],
    answers: { 200: 'LessonVersion' },
    empty: 'There is no finished version with this key, and the caller has asked with `missing=204`.',
    immutable: true,
    problems: ['invalid-request', 'rewrite-not-found'],
  },
} as const satisfies Record<string, Operation>
