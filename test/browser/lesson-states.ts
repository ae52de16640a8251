import type { Page } from 'playwright-core'
import { changeKeptLesson } from '../support/change-kept-lesson.ts'
import { isLessonKept } from '../support/is-lesson-kept.ts'
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
  await page.waitForFunction(isLessonKept, scene.lesson.slug)
}

/** Since then its author has changed the second and third section. */
async function readBeforeItChanged(page: Page, scene: Scene): Promise<void> {
  await readBefore(page, scene)
  await page.waitForFunction(changeKeptLesson, scene.lesson.slug)
}

/** The line is cut before the reader asks for the view. */
async function askWithoutCode(page: Page, { words }: Scene): Promise<void> {
  const tab = page.getByRole('tab', { name: words.say('palimpsest.view.personalized') })
  await tab.waitFor()
  await page.route('**/assets/js/**', (route) => route.abort())
  await tab.click()
}

const allTold = 'palimpsest.sum.told'

/** Every state of a lesson's page, each reached without a model and without waiting. */
export const lessonStates: readonly LessonState[] = [
  { name: 'invitation', sign: ['palimpsest.invitation.answer'], stranger: true, view: 'original' },
  { name: 'original', sign: ['palimpsest.status.original'], view: 'original' },
  { name: 'planning', sign: ['palimpsest.status.looking'], prepare: (page) => answerWith(page, []) },
  { name: 'streaming', sign: ['palimpsest.status.progress', { settled: 4 }], prepare: stream({ arriving: 4 }) },
  {
    name: 'waiting',
    sign: ['palimpsest.section.waiting'],
    prepare: stream({ state: 'waiting', arriving: 0 }),
  },
  { name: 'done', sign: [allTold, { writer: 'gpt-5-mini', recipe: 'p1' }], prepare: stream() },
  { name: 'cached', sign: ['palimpsest.status.this-device'], prepare: readBefore },
  { name: 'side-by-side', sign: [allTold], photographed: 'as-it-stands', view: 'side-by-side', prepare: stream() },
  {
    name: 'side-by-side-streaming',
    sign: ['palimpsest.status.progress', { settled: 2 }],
    view: 'side-by-side',
    prepare: stream({ arriving: 2 }),
  },
  { name: 'kept', sign: ['palimpsest.sum.as-written'], prepare: stream({ kept: 'no-prose' }) },
  { name: 'rejected', sign: ['palimpsest.sum.as-written'], prepare: stream({ kept: 'invented-measurement' }) },
  {
    name: 'some-unwritten',
    sign: ['palimpsest.unwritten', { count: 2 }],
    prepare: stream({ kept: 'model-timeout', keptCount: 2 }),
  },
  {
    name: 'nothing-told',
    sign: ['palimpsest.unwritten.all'],
    prepare: stream({ kept: 'model-unavailable', keptCount: Infinity }),
  },
  {
    name: 'some-adapted',
    sign: ['palimpsest.status.adapted-some'],
    prepare: stream({ kept: 'number-changed', keptCount: 4 }),
  },
  {
    name: 'none-adapted',
    sign: ['palimpsest.status.none-adapted-because'],
    prepare: stream({ kept: 'number-changed', keptCount: Infinity }),
  },
  { name: 'locked', sign: ['palimpsest.status.locked'], lesson: 'locked', view: 'original' },
  { name: 'changed', sign: ['palimpsest.notice', { count: 2 }], prepare: readBeforeItChanged },
  {
    name: 'very-long',
    sign: ['palimpsest.status.progress', { settled: 40 }],
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
    sign: ['palimpsest.trouble.budget-reached'],
    prepare: refuse('budget-reached', 429, { 'retry-after': '19800' }),
  },
  { name: 'model-down', sign: ['palimpsest.trouble.model-unavailable'], prepare: refuse('model-unavailable', 503) },
  { name: 'not-published', sign: ['palimpsest.trouble.lesson-not-found'], prepare: refuse('lesson-not-found', 404) },
  {
    name: 'database-down',
    sign: ['palimpsest.trouble.database-unavailable'],
    prepare: refuse('database-unavailable', 503),
  },
  {
    name: 'unreachable',
    sign: ['palimpsest.trouble.unreachable'],
    prepare: (page) => page.route('**/api/**', (route) => route.abort()),
  },
  { name: 'view-unavailable', sign: ['palimpsest.status.unavailable'], view: 'original', act: askWithoutCode },
]
