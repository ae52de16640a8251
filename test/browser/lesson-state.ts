import type { Locator, Page } from 'playwright-core'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import type { PageWords } from '../support/page-words.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import type { StateLessons } from '../support/start-states-site.ts'
import type { LessonVersion } from '../support/write-version.ts'

/** A state that a lesson's page can be in, and how a page of a fresh reader is brought there. */
export interface LessonState {
  readonly name: string
  /** The id of a message that shows that the page is there, and values in it. */
  readonly sign: readonly [id: string, values?: Readonly<Record<string, string | number>>]
  /** A photograph shows what is in sight anyway; by default it looks for the sign. */
  readonly photographed?: 'as-it-stands'
  /** The reader has not answered the questions; by default they have. */
  readonly stranger?: true
  /** The lesson it is shown with; the usual one by default. */
  readonly lesson?: keyof StateLessons
  /** The view that the address asks for; personalized by default. */
  readonly view?: 'original' | 'side-by-side'
  /** The one language that the lesson must be written in for this state; any by default. */
  readonly written?: LessonVersion['language']
  readonly prepare?: (page: Page, scene: Scene) => Promise<unknown>
  /** What the reader does once the page is open. */
  readonly act?: (page: Page, scene: Scene) => Promise<unknown>
}

/** Where a state is shown: a lesson, its version, and the words of the page around it. */
export interface Scene {
  readonly lesson: Lesson
  readonly version: LessonVersion
  readonly words: PageWords
}

/** Opens a state's page, and does there what the reader does. Returns what shows that the page is in that state. */
export async function openState(page: Page, state: LessonState, scene: Scene): Promise<Locator> {
  await state.prepare?.(page, scene)
  await page.goto(addressOf(scene, state.view))
  await state.act?.(page, scene)
  const sign = page
    .getByText(scene.words.pattern(...state.sign))
    .filter({ visible: true })
    .first()
  await sign.waitFor()
  return sign
}

export function addressOf({ lesson, words }: Scene, view = 'personalized'): string {
  const home = words.locale === 'en' ? '' : `/${words.locale}`
  return `${home}/lessons/${lesson.slug}${view === 'original' ? '' : `?view=${view}`}`
}

type Script = Omit<Parameters<typeof scriptLesson>[1], 'version'>

/** The server sends these events. */
export const stream =
  (script: Script = {}, answers: Parameters<typeof answerWith>[2] = {}) =>
  (page: Page, { lesson, version }: Scene): Promise<void> =>
    answerWith(page, scriptLesson(lesson, { ...script, version }), answers)
