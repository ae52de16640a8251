import { expect, test } from 'vitest'
import { startLine } from '../support/start-line.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aLearnerReading, lessonText, expert, firstLesson, lessonDone, newcomer } from './support.ts'
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
