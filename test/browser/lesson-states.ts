import type { Page } from 'playwright-core'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { changeKeptLesson } from '../support/change-kept-lesson.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import type { StateLessons } from '../support/start-states-site.ts'
import { lessonDone } from './support.ts'

/** A state that a lesson's page can be in, and how a page of a fresh reader is brought there. */
export interface LessonState {
  readonly name: string
  /** Words that show that the page is there. */
  readonly words: RegExp
  /** The reader has answered the questions. */
  readonly known: boolean
  /** The lesson it is shown with; the usual one by default. */
  readonly lesson?: keyof StateLessons
  readonly path: (lesson: Lesson) => string
  readonly prepare: (page: Page, lesson: Lesson) => Promise<unknown>
  /** What the reader does once the page is open. */
  readonly act?: (page: Page) => Promise<unknown>
}

/** Opens a state's page, and does there what the reader does. */
export async function openState(page: Page, state: LessonState, lesson: Lesson): Promise<void> {
  await state.prepare(page, lesson)
  await page.goto(state.path(lesson))
  await state.act?.(page)
  await page.locator('article').getByText(state.words).filter({ visible: true }).first().waitFor()
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
  (script: Parameters<typeof scriptLesson>[1], answers: Parameters<typeof answerWith>[2] = {}) =>
  (page: Page, lesson: Lesson): Promise<void> =>
    answerWith(page, scriptLesson(lesson, script), answers)

/** The device says that it has no network. */
const unplug = (page: Page): Promise<unknown> =>
  page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))

/** The reader has read the lesson on this device, and since then its author has changed the second and third section. */
async function readBeforeItChanged(page: Page, lesson: Lesson): Promise<void> {
  await stream({})(page, lesson)
  await page.goto(personalized(lesson))
  await lessonDone(page)
  await page.waitForFunction(changeKeptLesson, lesson.slug)
}

const openMargin = async (page: Page): Promise<void> => {
  const mark = page.getByRole('button', { name: 'About this version' }).nth(1)
  await mark.scrollIntoViewIfNeeded()
  await mark.click()
}

const retellSimpler = async (page: Page): Promise<void> => {
  await openMargin(page)
  await page.getByRole('radio', { name: 'Simpler' }).click()
}

const rateUp = async (page: Page): Promise<void> => {
  await page.route('**/api/feedback', (route) =>
    route.fulfill({ json: { ...(route.request().postDataJSON() as object), reason: null } }),
  )
  await openMargin(page)
  await page.getByRole('button', { name: 'It helps', exact: true }).click()
}

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
  { name: 'side-by-side', words: /^(Told for you|Yours)$/, known: true, path: sideBySide, prepare: stream({}) },
  {
    name: 'side-by-side-streaming',
    words: /Your version comes here/,
    known: true,
    path: sideBySide,
    prepare: stream({ arriving: 2 }),
  },
  { name: 'kept', words: /As the author wrote it:/, ...known, prepare: stream({ kept: 'no-prose' }) },
  { name: 'rejected', words: /As the author wrote it:/, ...known, prepare: stream({ kept: 'invented-measurement' }) },
  {
    name: 'some-unwritten',
    words: /^2 sections could not be written just now/,
    ...known,
    prepare: stream({ kept: 'model-timeout', keptCount: 2 }),
  },
  {
    name: 'nothing-told',
    words: /No section could be written just now: the writer could not be reached/,
    ...known,
    prepare: stream({ kept: 'model-unavailable', keptCount: Infinity }),
  },
  {
    name: 'locked',
    words: /wants this lesson read as it is/,
    known: true,
    lesson: 'locked',
    path: original,
    prepare: asNothing,
  },
  {
    name: 'changed',
    words: /The author has changed 2 sections.*: Intelligence with a body, The sense-think-act loop/,
    ...known,
    prepare: readBeforeItChanged,
  },
  {
    name: 'very-long',
    words: /^40 of 6\d sections/,
    ...known,
    lesson: 'long',
    prepare: stream({ arriving: 40 }),
  },
  {
    name: 'resuming',
    words: /connection broke off\..*the page is asking for the rest/,
    ...known,
    prepare: stream({ arriving: 3 }, { breaks: true, later: 'silence' }),
  },
  {
    name: 'offline',
    words: /You are offline\..*when the network is back/,
    ...known,
    prepare: async (page, lesson) => {
      await unplug(page)
      await stream({ arriving: 3 }, { breaks: true, later: 'silence' })(page, lesson)
    },
  },
  { name: 'rated', words: /Thank you/, ...known, prepare: stream({}), act: rateUp },
  {
    name: 'retelling',
    words: /^Being written/,
    ...known,
    prepare: stream({}, { later: 'silence' }),
    act: retellSimpler,
  },
  {
    name: 'retelling-failed',
    words: /new telling could not be fetched; this one stays/,
    ...known,
    prepare: stream({}, { later: 'refusal' }),
    act: retellSimpler,
  },
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
