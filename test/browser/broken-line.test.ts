import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/start-browser.ts'
import { startLine } from '../support/start-line.ts'
import { startSite, type RunningSite } from '../support/start-site.ts'
import { aLearnerReading, aReader, lessonText, expert, firstLesson, lessonDone, newcomer } from './support.ts'
import { aKnownLearner } from './a-known-learner.ts'

let site: RunningSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), startBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('a lesson whose stream breaks off goes on by itself, with every section there once and paid for once', async () => {
  const line = await startLine(site.url)
  const { page, leave } = await aReader(browser, { ...site, url: line.url })
  await aKnownLearner(page, newcomer)
  line.breakAfter(4)
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(line.asked()).toBe(2)
  const sections = site.writer.requests.map(({ section }) => section)
  expect(sections).toEqual([...new Set(sections)])

  const unbroken = await aLearnerReading(browser, site)
  expect(await lessonText(page)).toBe(await lessonText(unbroken.page))
  await unbroken.leave()
  await leave()
  await line.close()
})

test('a lesson that broke off without a network goes on when the network is back', async () => {
  const line = await startLine(site.url)
  const { page, context, leave } = await aReader(browser, { ...site, url: line.url })
  await aKnownLearner(page, expert)
  await page.route('**/api/personalize', async (route) => {
    await context.setOffline(true)
    await route.abort('internetdisconnected')
    await page.unroute('**/api/personalize')
  })
  await page.goto(`${firstLesson}?view=personalized`)
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false)
  expect(line.asked()).toBe(0)
  await context.setOffline(false)
  await lessonDone(page)
  expect(line.asked()).toBe(1)
  await leave()
  await line.close()
})
