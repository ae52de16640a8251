import type { Page } from 'playwright-core'
import type { Answers } from '../../lib/learner/answers.ts'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { lessonStates } from '../browser/lesson-states.ts'

/** One thing to photograph: a page in a state. */
export interface Shot {
  readonly name: string
  /** The reader's language; null for somebody who has not answered the questions. */
  readonly language: Answers['preferred_language'] | null
  /** Opens the page and waits until it is in its state. */
  readonly open: (page: Page) => Promise<void>
}

const pages = [
  { name: 'home', address: '/', language: null },
  { name: 'questions', address: '/onboarding', language: null },
  { name: 'profile', address: '/profile', language: 'en' },
  { name: 'guide', address: '/guide', language: null },
  { name: 'not-found', address: '/no-such-page', language: null },
] as const

/** Views of a lesson that the demo writer writes; the other states need no writer. */
const written = (['en', 'ur'] as const).flatMap((language) =>
  ['personalized', 'side-by-side'].map((view) => ({ name: `written-${view}-${language}`, language, view })),
)

/** Everything to photograph, with this lesson for the lessons' states. */
export function listShots(lesson: Lesson): Shot[] {
  return [
    ...pages.map(({ name, address, language }) => ({
      name,
      language,
      open: async (page: Page) => void (await page.goto(address, { waitUntil: 'networkidle' })),
    })),
    ...lessonStates.map((state) => ({
      name: `lesson-${state.name}`,
      language: state.known ? ('en' as const) : null,
      async open(page: Page) {
        await state.prepare(page, lesson)
        await page.goto(state.path(lesson))
        await page.locator('article').getByText(state.words).filter({ visible: true }).first().waitFor()
      },
    })),
    ...written.map(({ name, language, view }) => ({
      name,
      language,
      async open(page: Page) {
        await page.goto(`/lessons/${lesson.slug}?view=${view}`)
        await page.locator('#lesson-sum').waitFor()
      },
    })),
  ]
}
