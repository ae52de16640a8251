import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { startBrowser } from '../support/start-browser.ts'
import { startSite, type RunningSite } from '../support/start-site.ts'
import { lessonStates } from './lesson-states.ts'
import { aKnownReader, aReader, newcomer } from './support.ts'

let site: RunningSite
let browser: Browser
let lesson: Lesson
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), startBrowser()])
  lesson = (await readSiteLessons()).find(({ slug }) => slug === 'foundations/physical-ai') as Lesson
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test.each(lessonStates)('the state $name says in words what it is, with the whole lesson there', async (state) => {
  const { page, leave } = state.known
    ? await aKnownReader(browser, site, { answers: newcomer })
    : await aReader(browser, site)
  await state.prepare(page, lesson)
  await page.goto(state.path(lesson))
  await page.locator('article').getByText(state.words).filter({ visible: true }).first().waitFor()
  expect(await page.locator('article h2').count()).toBeGreaterThanOrEqual(lesson.sections.length - 1)
  await leave()
})
