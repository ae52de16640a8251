import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startLine } from '../support/start-line.ts'
import { startSite } from '../support/start-site.ts'
import {
  aKnownReader,
  aLearnerReading,
  answerQuestions,
  aReader,
  articleText,
  expert,
  firstLesson,
  lessonDone,
  lessonText,
  newcomer,
  openPersonalized,
} from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

/** What the browser keeps of the site, outside localStorage. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const workers = await navigator.serviceWorker.getRegistrations()
    const names = await caches.keys()
    const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    const databases = await indexedDB.databases()
    return {
      workers: workers.length,
      files: files.flat().map(({ url }) => new URL(url).pathname),
      databases: databases.length,
    }
  })
async function untilKept(page: Page, path: string): Promise<void> {
  await expect.poll(async () => (await kept(page)).files).toContain(path)
}

test('a lesson that was read personalized opens and reads the same without a network, after a reload', async () => {
  const line = await startLine(stage.site.url)
  const { page, context, leave } = await aLearnerReading(stage, { baseURL: line.url })
  const text = await lessonText(page)
  await untilKept(page, firstLesson)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  line.goDown()
  await context.setOffline(true)
  await page.reload()
  await lessonDone(page)
  expect(await lessonText(page)).toBe(text)
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px "Literata Variable"'))).toBe(true)
  expect((await kept(page)).files.filter((path) => path.startsWith('/api/'))).toEqual([])
  await leave()
  await line.close()
})

test('the next visit to a lesson asks the server for nothing but the lesson after it', async () => {
  const line = await startLine(stage.site.url)
  const { page, leave } = await aLearnerReading(stage, { baseURL: line.url })
  await untilKept(page, firstLesson)
  const calls: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) calls.push(request.url())
  })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(line.asked()).toBe(1)
  expect(calls.filter((url) => !url.includes('/api/rewrites/'))).toEqual([])
  await leave()
  await line.close()
})

test('a reader who personalizes nothing gets no service worker, and nothing is kept', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  await page.getByRole('tab', { name: 'Original' }).waitFor()
  expect(await kept(page)).toEqual({ workers: 0, files: [], databases: 0 })
  await leave()
})

test('forgetting this device forgets the kept lessons and pages as well', async () => {
  const { page, leave } = await aLearnerReading(stage)
  await untilKept(page, firstLesson)
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Forget me' }).click()
  await page.getByRole('button', { name: 'Press again to forget everything' }).click()
  await page.getByText('nothing about you is kept any more').waitFor()
  await page.goto(firstLesson)
  const { workers, files } = await kept(page)
  expect([workers, files]).toEqual([0, []])
  const lessons = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('palimpsest')
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('kept').objectStore('kept').count()
          counting.addEventListener('success', () => resolve(counting.result))
        })
      }),
  )
  expect(lessons).toBe(0)
  await leave()
})

test('where the browser forbids storage, a learner answers and reads for the length of the visit', async () => {
  const { page, leave } = await aReader(stage)
  await page.addInitScript(() => {
    const forbid = (name: string) =>
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) forbid(name)
  })
  await page.goto(firstLesson)
  await openPersonalized(page)
  await answerQuestions(page, newcomer)
  await lessonDone(page)
  await page.getByRole('tab', { name: 'Original' }).click()
  await openPersonalized(page)
  await lessonDone(page)
  expect(await page.getByText('Adapted for you: high school').count()).toBe(1)
  await leave()
})

test('storage that is cleared in the middle of a visit does not end it', async () => {
  const { page, leave } = await aLearnerReading(stage)
  await page.evaluate(() => localStorage.clear())
  await page.getByRole('tab', { name: 'Original' }).click()
  await openPersonalized(page)
  await lessonDone(page)
  await page.locator('.pagination-nav__link--next').click()
  await page.waitForURL((url) => url.pathname !== firstLesson)
  await openPersonalized(page)
  await lessonDone(page)
  expect(await page.getByText('Adapted for you: high school').count()).toBe(1)
  await leave()
})

test('two tabs read one lesson without disturbing each other, and answers changed in one reach the other', async () => {
  const { page, context, leave } = await aKnownReader(stage, { answers: expert })
  const other = await context.newPage()
  const address = '/lessons/foundations/humanoid-body?view=personalized'
  const calls = stage.site.writer.requests.length
  await Promise.all([page.goto(address), other.goto(address)])
  await Promise.all([lessonDone(page), lessonDone(other)])
  const text = await lessonText(page)
  expect(await lessonText(other)).toBe(text)
  const sections = stage.site.writer.requests.slice(calls).map(({ section }) => section)
  expect(sections).toEqual([...new Set(sections)])

  await other.goto('/profile')
  await other.getByRole('button', { name: 'Change: How far have you studied?' }).click()
  await other.getByLabel('High school', { exact: true }).check()
  await other.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => articleText(page)).toContain('Adapted for you: high school')
  await lessonDone(page)
  await expect.poll(() => lessonText(page)).not.toBe(text)
  await leave()
})
