import type { Page } from 'playwright-core'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { answerWith, scriptLesson } from '../support/scripted-lesson.ts'

/** A state that a lesson's page can be in, and how a page of a fresh reader is brought there. */
export interface LessonState {
  readonly name: string
  /** Words that show that the page is there. */
  readonly words: RegExp
  /** The reader has answered the questions. */
  readonly known: boolean
  readonly path: (lesson: Lesson) => string
  readonly prepare: (page: Page, lesson: Lesson) => Promise<unknown>
}

const asNothing = async (): Promise<void> => {}
const original = (lesson: Lesson): string => `/lessons/${lesson.slug}`
const personalized = (lesson: Lesson): string => `${original(lesson)}?view=personalized`
const sideBySide = (lesson: Lesson): string => `${original(lesson)}?view=side-by-side`

const known = { known: true, path: personalized }

const refuse = (error: string, status: number) => (page: Page) =>
  page.route('**/api/personalize', (route) =>
    route.fulfill({ status, json: { error, message: `The server says ${error}.`, request_id: 'r' } }),
  )

const stream =
  (script: Parameters<typeof scriptLesson>[1]) =>
  (page: Page, lesson: Lesson): Promise<void> =>
    answerWith(page, scriptLesson(lesson, script))

/** Every state of a lesson's page, each reached without a model and without waiting. */
export const lessonStates: readonly LessonState[] = [
  {
    name: 'invitation',
    words: /can be told for what you already know/,
    known: false,
    path: original,
    prepare: asNothing,
  },
  { name: 'original', words: /as it was written/, known: true, path: original, prepare: asNothing },
  { name: 'planning', words: /Looking for your version/, ...known, prepare: (page) => answerWith(page, []) },
  { name: 'streaming', words: /^4 of \d+ sections/, ...known, prepare: stream({ arriving: 4 }) },
  {
    name: 'waiting',
    words: /being written for another reader/,
    ...known,
    prepare: stream({ state: 'waiting', arriving: 0 }),
  },
  { name: 'done', words: /were re-told for you by gpt-5-mini \(recipe p1\)/, ...known, prepare: stream({}) },
  { name: 'side-by-side', words: /Told for you/, known: true, path: sideBySide, prepare: stream({}) },
  {
    name: 'side-by-side-streaming',
    words: /Your version comes here/,
    known: true,
    path: sideBySide,
    prepare: stream({ arriving: 2 }),
  },
  { name: 'kept', words: /As the author wrote it:/, ...known, prepare: stream({ kept: 'no-prose' }) },
  { name: 'rejected', words: /As the author wrote it:/, ...known, prepare: stream({ kept: 'invented-measurement' }) },
  { name: 'demo-writer', words: /Demo writer, no model/, ...known, prepare: stream({ demo: true }) },
  {
    name: 'budget-reached',
    words: /budget for new versions is used up/,
    ...known,
    prepare: refuse('budget-reached', 429),
  },
  { name: 'model-down', words: /writer cannot be reached/, ...known, prepare: refuse('model-unavailable', 422) },
  { name: 'not-published', words: /does not have this lesson yet/, ...known, prepare: refuse('lesson-not-found', 404) },
  { name: 'database-down', words: /cannot reach its database/, ...known, prepare: refuse('database-unavailable', 503) },
  {
    name: 'unreachable',
    words: /could not be reached|connection broke off/,
    ...known,
    prepare: (page) => page.route('**/api/**', (route) => route.abort()),
  },
]
