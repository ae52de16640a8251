import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { questionnaire } from '../../lib/profile/questionnaire.ts'
import { newcomer } from '../support/newcomer.ts'
import { openAlive } from './open-alive.ts'
import type { Stage } from './use-site.ts'

export const firstLesson = '/lessons/foundations/physical-ai'

export { newcomer }

export const expert: Answers = {
  preferred_language: 'en',
  education_level: 'professional',
  programming_experience: 'advanced',
  robotics_background: true,
  ai_ml_experience: 'advanced',
  learning_goals: ['research'],
}

/** What fails a test when the page says so: a breach of its policy, and HTML that React had to make anew, since it is not what the server sent. */
const complaint = /Content[ -]Security[ -]Policy|onRecoverableError/i

/**
 * A reader's browser of its own: nothing is shared with other readers. Its pages are alive once they are open. Script errors and
 * the page's complaints fail the test at `leave`.
 */
export interface Reader {
  readonly page: Page
  readonly context: BrowserContext
  leave(): Promise<void>
}

export async function aReader({ browser, site }: Stage, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ baseURL: site.url, ...options })
  if (options.javaScriptEnabled !== false) context.on('page', openAlive)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (complaint.test(message.text())) errors.push(message.text())
  })
  return {
    page,
    context,
    async leave() {
      await context.close()
      expect(errors, 'script errors').toEqual([])
    },
  }
}

/** A reader who has answered the questions on an earlier day. */
export async function aKnownReader(
  stage: Stage,
  { answers, ...options }: { answers: Answers } & BrowserContextOptions,
): Promise<Reader> {
  const reader = await aReader(stage, options)
  const profile = JSON.stringify({ answers, sent: false })
  await reader.context.addInitScript((stored) => {
    if (localStorage.getItem('palimpsest.profile') === null) {
      localStorage.setItem('palimpsest.profile', stored)
    }
  }, profile)
  return reader
}

/** Answers the six questions; after the first they stand in the chosen language. */
export async function answerQuestions(page: Page, answers: Answers): Promise<void> {
  for (const question of questionnaire) {
    await page.locator(`fieldset:has(input[name="${question.id}"])`).waitFor()
    const answer = answers[question.id]
    const values = Array.isArray(answer) ? answer : [String(answer)]
    for (const { value } of question.choices)
      if (values.includes(value)) await page.locator(`input[name="${question.id}"][value="${value}"]`).check()
    await page.locator('form button[type="submit"]').click()
  }
}

interface ReaderOptions extends BrowserContextOptions {
  readonly answers?: Answers
  readonly path?: string
}

/** A reader who has answered the questions and reads a lesson personalized to its end. */
export async function aLearnerReading(
  stage: Stage,
  { answers = newcomer, path = firstLesson, ...options }: ReaderOptions = {},
): Promise<Reader> {
  const reader = await aReader(stage, options)
  await reader.page.goto(path)
  await openPersonalized(reader.page)
  await answerQuestions(reader.page, answers)
  await lessonDone(reader.page)
  return reader
}

export async function openPersonalized(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Personalized' }).click()
}

/**
 * Waits until every section of the lesson at the page's address is resolved: then the sum stands at its end. After a click on a link
 * the lesson before stays, with its sum, until the next one's page is here.
 */
export async function lessonDone(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel="canonical"]') ?? {}
    const isHere = href !== undefined && new URL(href).pathname === location.pathname
    return isHere && document.querySelector('#lesson-sum') !== null
  })
}

/** What no rewriting may change on a page, as the browser shows it; without the links of the view's own controls. */
export interface ProtectedParts {
  readonly code: string[]
  readonly formulas: string[]
  readonly images: string[]
  readonly anchors: string[]
  readonly links: string[]
}

export function readProtectedParts(page: Page): Promise<ProtectedParts> {
  return page
    .locator('article')
    .first()
    .evaluate((article) => {
      const all = (selector: string): Element[] =>
        [...article.querySelectorAll(selector)].filter((found) => !found.closest('[hidden]'))
      return {
        code: all('pre code').map((code) => code.textContent ?? ''),
        formulas: all('.katex annotation').map((formula) => formula.textContent ?? ''),
        images: all('.markdown img').map((image) => image.getAttribute('src') ?? ''),
        anchors: all('.markdown :is(h1, h2, h3, h4)[id]').map((heading) => heading.id),
        links: all('.markdown a[href]:not(.hash-link)')
          .map((link) => link.getAttribute('href') ?? '')
          .filter((target) => !/^(?:\/ur)?\/(?:profile|onboarding)$/.test(target)),
      }
    })
}

export const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement)

export const articleText = (page: Page): Promise<string> => page.locator('article').first().innerText()

/** The lesson alone, without what the page says about it. */
export const lessonText = (page: Page): Promise<string> => page.getByRole('tabpanel').innerText()

/** Waits until the page has its fonts, and nothing on it is moving or changing its colour any more. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' && document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
}
