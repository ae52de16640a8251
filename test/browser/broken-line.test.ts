import { expect, test } from 'vitest'
import { startLine } from '../support/start-line.ts'
import { startSite } from '../support/start-site.ts'
import {
  aKnownReader,
  aLearnerReading,
  answerQuestions,
  aReader,
  expert,
  firstLesson,
  lessonDone,
  lessonText,
  newcomer,
  openPersonalized,
} from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

test('a lesson whose stream breaks off goes on by itself, with every section there once and paid for once', async () => {
  const line = await startLine(stage.site.url)
  const { page, leave } = await aKnownReader(stage, { baseURL: line.url, answers: newcomer })
  line.breakAfter(4)
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(line.asked()).toBe(2)
  const sections = stage.site.writer.requests.map(({ section }) => section)
  expect(sections).toEqual([...new Set(sections)])

  const unbroken = await aLearnerReading(stage)
  expect(await lessonText(page)).toBe(await lessonText(unbroken.page))
  await unbroken.leave()
  await leave()
  await line.close()
})

test('a lesson that broke off without a network goes on when the network is back', async () => {
  const line = await startLine(stage.site.url)
  const { page, context, leave } = await aKnownReader(stage, { baseURL: line.url, answers: expert })
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

test('with the server out of reach the original stays, the page says so, and trying again works', async () => {
  const { page, context, leave } = await aLearnerReading(stage)
  const unread = '/lessons/intelligence/safety'
  await context.route('**/api/**', (route) => route.abort())
  await page.goto(`${unread}?view=personalized`)
  await page.getByRole('alert').getByText('The server could not be reached.').waitFor()
  expect(await page.locator('article h2').count()).toBeGreaterThan(5)
  await context.unroute('**/api/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await lessonDone(page)
  await leave()
})

test('answers given while the server is away are kept and sent when it is back', async () => {
  const { page, context, leave } = await aReader(stage)
  await context.route('**/api/**', (route) => route.abort())
  await page.goto(firstLesson)
  await openPersonalized(page)
  await answerQuestions(page, newcomer)
  await page.waitForFunction(() => localStorage.getItem('palimpsest.profile') !== null)
  await context.unroute('**/api/**')
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(await page.locator('[data-phase="rewritten"]').count()).toBeGreaterThan(0)
  await leave()
})

test('a lesson that was given up goes on when the network comes back, without a press', async () => {
  const { page, context, leave } = await aKnownReader(stage, { answers: expert })
  await context.route('**/api/personalize', (route) => route.abort())
  await page.goto('/lessons/foundations/sensors?view=personalized')
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await context.unroute('**/api/personalize')
  await context.setOffline(true)
  await context.setOffline(false)
  await lessonDone(page)
  expect(await page.locator('[data-phase="rewritten"]').count()).toBeGreaterThan(0)
  await leave()
})

test('a view that could not be fetched comes when the network comes back', async () => {
  const { page, context, leave } = await aKnownReader(stage, { answers: expert })
  await page.goto(firstLesson)
  await page.getByRole('tab', { name: 'Original' }).waitFor()
  await context.route('**/assets/js/**', (route) => route.abort())
  await openPersonalized(page)
  await page.getByText('Your version could not be loaded.').waitFor()
  await context.unroute('**/assets/js/**')
  await context.setOffline(true)
  await context.setOffline(false)
  await lessonDone(page)
  expect(await page.locator('[data-phase="rewritten"]').count()).toBeGreaterThan(0)
  await leave()
})
