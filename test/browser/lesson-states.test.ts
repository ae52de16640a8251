import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/start-browser.ts'
import { startStatesSite, type StatesSite } from '../support/start-states-site.ts'
import { lessonStates, openState } from './lesson-states.ts'
import { aKnownReader, aReader, newcomer } from './support.ts'

let site: StatesSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startStatesSite(), startBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test.each(lessonStates)('the state $name says in words what it is, with the whole lesson there', async (state) => {
  const lesson = site.lessons[state.lesson ?? 'usual']
  const { page, leave } = state.known
    ? await aKnownReader(browser, site, { answers: newcomer })
    : await aReader(browser, site)
  await openState(page, state, lesson)
  expect(await page.locator('article h2').count()).toBeGreaterThanOrEqual(lesson.sections.length - 1)
  await leave()
})
