import type { Page } from 'playwright-core'
import { changeSavedLesson } from '../support/change-saved-lesson.ts'
import { isLessonSaved } from '../support/is-lesson-saved.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { addressOf, stream, type LessonState, type Scene } from './lesson-state.ts'
import { lessonDone } from './support.ts'

const refuse =
  (error: string, status: number, headers: Record<string, string> = {}) =>
  (page: Page): Promise<unknown> =>
    page.route('**/api/personalize', (route) =>
      route.fulfill({ status, headers, json: { error, message: `The server says ${error}.`, request_id: 'r' } }),
    )

/** The device says that it has no network. */
const unplug = (page: Page): Promise<unknown> =>
  page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))

/** The reader has read the lesson on this device. */
async function readBefore(page: Page, scene: Scene): Promise<void> {
  await stream()(page, scene)
  await page.goto(addressOf(scene))
  await lessonDone(page)
  await page.waitForFunction(isLessonSaved, scene.lesson.slug)
}

/** Since then its author has changed the second and third section. */
async function readBeforeItChanged(page: Page, scene: Scene): Promise<void> {
  await readBefore(page, scene)
  await page.waitForFunction(changeSavedLesson, scene.lesson.slug)
}

/** The line is cut before the reader asks for the view. */
async function askWithoutCode(page: Page, { words }: Scene): Promise<void> {
  const tab = page.getByRole('tab', { name: words.say('palimpsest.view.personalized') })
  await tab.waitFor()
  await page.route('**/assets/js/**', (route) => route.abort())
  await tab.click()
}

const allRewritten = 'palimpsest.sum.rewritten'

/** Every state of a lesson's page, each reached without a model and without waiting. */
export const lessonStates: readonly LessonState[] = [
  { name: 'invitation', sign: ['palimpsest.invitation.answer'], stranger: true, view: 'original' },
  { name: 'original', sign: ['palimpsest.status.original'], view: 'original' },
  { name: 'planning', sign: ['palimpsest.status.looking'], prepare: (page) => answerWith(page, []) },
  { name: 'streaming', sign: ['palimpsest.status.progress', { resolved: 4 }], prepare: stream({ arriving: 4 }) },
  {
    name: 'waiting',
    sign: ['palimpsest.section.waiting'],
    prepare: stream({ state: 'waiting', arriving: 0 }),
  },
  { name: 'done', sign: ['palimpsest.sum.written', { writer: 'gpt-5-mini', recipe: 'p1' }], prepare: stream() },
  { name: 'cached', sign: ['palimpsest.status.this-device'], prepare: readBefore },
  { name: 'side-by-side', sign: [allRewritten], photographed: 'as-it-stands', view: 'side-by-side', prepare: stream() },
  {
    name: 'side-by-side-streaming',
    sign: ['palimpsest.status.progress', { resolved: 2 }],
    view: 'side-by-side',
    prepare: stream({ arriving: 2 }),
  },
  { name: 'original-shown', sign: ['palimpsest.sum.as-written'], prepare: stream({ originalReason: 'no-prose' }) },
  {
    name: 'rejected',
    sign: ['palimpsest.sum.as-written'],
    prepare: stream({ originalReason: 'invented-measurement' }),
  },
  {
    name: 'some-unwritten',
    sign: ['palimpsest.unwritten', { count: 2 }],
    prepare: stream({ originalReason: 'model-timeout', originalCount: 2 }),
  },
  {
    name: 'nothing-rewritten',
    sign: ['palimpsest.unwritten.all'],
    prepare: stream({ originalReason: 'model-unavailable', originalCount: Infinity }),
  },
  {
    name: 'some-adapted',
    sign: ['palimpsest.status.adapted-some'],
    prepare: stream({ originalReason: 'number-changed', originalCount: 4 }),
  },
  {
    name: 'none-adapted',
    sign: ['palimpsest.status.none-adapted-because'],
    prepare: stream({ originalReason: 'number-changed', originalCount: Infinity }),
  },
  { name: 'locked', sign: ['palimpsest.status.locked'], lesson: 'locked', view: 'original' },
  { name: 'changed', sign: ['palimpsest.notice', { count: 2 }], prepare: readBeforeItChanged },
  {
    name: 'very-long',
    sign: ['palimpsest.status.progress', { resolved: 40 }],
    lesson: 'long',
    prepare: stream({ arriving: 40 }),
  },
  {
    name: 'resuming',
    sign: ['palimpsest.status.resuming'],
    prepare: stream({ arriving: 3 }, { breaks: true, later: 'silence' }),
  },
  {
    name: 'offline',
    sign: ['palimpsest.status.awaiting-network'],
    async prepare(page, scene) {
      await unplug(page)
      await stream({ arriving: 3 }, { breaks: true, later: 'silence' })(page, scene)
    },
  },
  { name: 'demo-writer', sign: ['palimpsest.status.demo'], prepare: stream({ demo: true }) },
  {
    name: 'budget-reached',
    sign: ['palimpsest.error.budget-reached'],
    prepare: refuse('budget-reached', 429, { 'retry-after': '19800' }),
  },
  { name: 'model-down', sign: ['palimpsest.error.model-unavailable'], prepare: refuse('model-unavailable', 503) },
  { name: 'not-published', sign: ['palimpsest.error.lesson-not-found'], prepare: refuse('lesson-not-found', 404) },
  {
    name: 'database-down',
    sign: ['palimpsest.error.database-unavailable'],
    prepare: refuse('database-unavailable', 503),
  },
  {
    name: 'unreachable',
    sign: ['palimpsest.error.unreachable'],
    prepare: (page) => page.route('**/api/**', (route) => route.abort()),
  },
  { name: 'view-unavailable', sign: ['palimpsest.status.unavailable'], view: 'original', act: askWithoutCode },
]
