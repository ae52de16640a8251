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
const findSaved = (page: Page) =>
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
async function untilSaved(page: Page, path: string): Promise<void> {
  await expect.poll(async () => (await findSaved(page)).files).toContain(path)
}

test('a lesson that was read personalized opens and reads the same without a network, after a reload', async () => {
  const line = await startLine(stage.site.url)
  const { page, context, leave } = await aLearnerReading(stage, { baseURL: line.url })
  const text = await lessonText(page)
  await untilSaved(page, firstLesson)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  line.goDown()
  await context.setOffline(true)
  await page.reload()
  await lessonDone(page)
  expect(await lessonText(page)).toBe(text)
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px "Literata Variable"'))).toBe(true)
  expect((await findSaved(page)).files.filter((path) => path.startsWith('/api/'))).toEqual([])
  await leave()
  await line.close()
})

test('the next visit to a lesson asks the server for nothing but the lesson after it', async () => {
  const line = await startLine(stage.site.url)
  const { page, leave } = await aLearnerReading(stage, { baseURL: line.url })
  await untilSaved(page, firstLesson)
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

test('a reader who personalizes nothing gets no service worker, and nothing is saved', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  await page.getByRole('tab', { name: 'Original' }).waitFor()
  expect(await findSaved(page)).toEqual({ workers: 0, files: [], databases: 0 })
  await leave()
})

/** Everything that the browser still has of the site, by name. */
const remains = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }))

async function forgetMe(page: Page): Promise<void> {
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Forget me' }).click()
  await page.getByRole('button', { name: 'Press again to forget everything' }).click()
  await page.getByText('Nothing about you is stored any more').waitFor()
}

test('after Forget me nothing of ours remains in the browser, whatever it stored, and nothing comes back with the next pages', async () => {
  const { page, leave } = await aLearnerReading(stage)
  await untilSaved(page, firstLesson)
  await page.evaluate(() => {
    localStorage.setItem('palimpsest.of-an-older-release', 'x')
    sessionStorage.setItem('palimpsest.insights-key', 'x')
    localStorage.setItem('theme', 'dark')
  })
  expect(await remains(page)).toMatchObject({ databases: ['palimpsest'], caches: ['palimpsest-pages'], workers: 1 })
  await forgetMe(page)
  const nothing = { local: ['theme'], session: [], databases: [], caches: [], workers: 0, cookies: '' }
  expect(await remains(page)).toEqual(nothing)
  await page.goto(firstLesson)
  await page.getByText('This lesson can be adapted to what you already know.').waitFor()
  expect(await remains(page)).toEqual(nothing)
  await leave()
})

test('after Forget me in one tab the others show the original and no profile, store nothing, and bring nobody back', async () => {
  const { page: lesson, context, leave } = await aLearnerReading(stage)
  await untilSaved(lesson, firstLesson)
  const learner = await lesson.evaluate(() => localStorage.getItem('palimpsest.learner'))
  const [profile, original] = [await context.newPage(), await context.newPage()]
  await profile.goto('/profile')
  await profile.getByRole('button', { name: 'Clear my versions' }).waitFor()
  await original.goto('/lessons/foundations/sensors?view=original')
  await original.getByText('The original, as the author wrote it.').waitFor()
  await forgetMe(await context.newPage())

  await lesson.getByText('This lesson can be adapted to what you already know.').waitFor()
  expect(await lesson.getByRole('tab', { name: 'Original' }).getAttribute('aria-selected')).toBe('true')
  expect(new URL(lesson.url()).search).toBe('')
  expect(await lesson.locator('#lesson-sum').count()).toBe(0)
  await original.getByText('This lesson can be adapted to what you already know.').waitFor()
  await profile.getByText('There is no profile on this device yet.').waitFor()
  await openPersonalized(lesson)
  await lesson.waitForURL('**/onboarding?return=**')
  expect((await remains(lesson)).databases).toEqual([])
  expect((await fetch(`${stage.site.url}/api/user/${learner}`)).status).toBe(404)
  await leave()
})

test('Forget me in one tab ends a lesson that is still coming in another', async () => {
  const { page: lesson, context, leave } = await aKnownReader(stage, { answers: newcomer })
  const asked: string[] = []
  context.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await lesson.route('**/api/personalize', () => undefined)
  await lesson.goto(`${firstLesson}?view=personalized`)
  await expect.poll(() => asked).toContain('POST /api/personalize')
  const other = await context.newPage()
  await other.addInitScript(() => undefined)
  await forgetMe(other)
  await lesson.getByText('This lesson can be adapted to what you already know.').waitFor()
  expect(asked.at(-1)).toBe('DELETE /api/user/me')
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
  expect(await page.getByText('Personalized for you: high school').count()).toBe(1)
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
  expect(await page.getByText('Personalized for you: high school').count()).toBe(1)
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
  await other.getByRole('button', { name: 'Change: What level have you studied to?' }).click()
  await other.getByLabel('High school', { exact: true }).check()
  await other.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => articleText(page)).toContain('Personalized for you: high school')
  await lessonDone(page)
  await expect.poll(() => lessonText(page)).not.toBe(text)
  await leave()
})
