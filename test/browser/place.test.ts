import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isLessonSaved } from '../support/is-lesson-saved.ts'
import { startSite } from '../support/start-site.ts'
import { expectStillness, noteShifts, screens } from './layout-shifts.ts'
import { aKnownReader, atRest, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const middle = '#what-changes-outside-the-computer'

const topOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top)

/** A reader on another device may have it from the server, or this one from what the device has kept. */
const cases = screens.flatMap(({ name, viewport }) =>
  (['en', 'ur'] as const).flatMap((language) =>
    (['the server', 'this device'] as const).map((from) => ({ name, viewport, language, from })),
  ),
)

test.each(cases)(
  'a deep link into a lesson that was written before stays at its heading, and nothing moves ($name, $language, from $from)',
  async ({ viewport, language, from }) => {
    const reader = { answers: { ...newcomer, preferred_language: language }, viewport }
    const lesson = `${language === 'en' ? '' : '/ur'}${firstLesson}`
    const { page, context, leave } = await aKnownReader(stage, reader)
    await page.goto(`${lesson}?view=personalized`)
    await lessonDone(page)
    await page.waitForFunction(isLessonSaved, 'foundations/physical-ai')
    await page.goto(`${lesson}?view=original${middle}`)
    await atRest(page)
    const place = await topOf(page, middle)

    const other = from === 'this device' ? undefined : await aKnownReader(stage, reader)
    const opened = await (other?.context ?? context).newPage()
    await opened.addInitScript(noteShifts)
    await opened.goto(`${lesson}?view=personalized${middle}`)
    await lessonDone(opened)
    await atRest(opened)
    expect(Math.abs((await topOf(opened, middle)) - place)).toBeLessThanOrEqual(2)
    await expectStillness(opened)
    await other?.leave()
    await leave()
  },
)

/** The section under the top of the window, and how much of it is above that. */
const passageOf = (page: Page): Promise<[section: string | null, above: number]> =>
  page.evaluate(() => {
    const line = document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0
    const section = [...document.querySelectorAll('[data-section]')].findLast(
      (one) => one.getBoundingClientRect().top <= line,
    )
    return [section?.getAttribute('data-section') ?? null, line - (section?.getBoundingClientRect().top ?? 0)]
  })

/** Puts a picture on the page that comes last, when it is let in: until then the page has not loaded. */
async function awaitPicture(page: Page): Promise<() => void> {
  const { promise: letIn, resolve } = Promise.withResolvers<void>()
  await page.route('**/late.png', async (route) => {
    await letIn
    await route.fulfill({ status: 404 })
  })
  await page.route(`**${firstLesson}?**`, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    await route.fulfill({ response, body: html.replace('</body>', '<img hidden src="/late.png"></body>') })
  })
  return resolve
}

const ways = [
  { way: 'reloads the lesson', serviceWorkers: 'allow', go: (page: Page) => page.reload() },
  {
    way: 'comes back to the lesson from elsewhere',
    serviceWorkers: 'allow',
    async go(page: Page) {
      await page.goto('/guide')
      await page.goBack()
    },
  },
  {
    way: 'reloads the lesson on a slow line',
    // It would answer instead of the routes.
    serviceWorkers: 'block',
    async go(page: Page) {
      const letIn = await awaitPicture(page)
      await page.reload({ waitUntil: 'commit' })
      await lessonDone(page)
      letIn()
      await page.waitForLoadState()
    },
  },
] as const

const spots = [
  { spot: 'middle', id: 'when-the-body-does-the-thinking' },
  { spot: 'end', id: 'check-yourself' },
]

test.each(screens.flatMap((screen) => ways.flatMap((way) => spots.map((spot) => ({ ...screen, ...way, ...spot })))))(
  'a reader who $way is brought to the passage that they were reading, and nothing moves ($name, at the $spot)',
  async ({ viewport, serviceWorkers, go, id }) => {
    const reader = { answers: { ...newcomer, preferred_language: 'ur' }, viewport, serviceWorkers } as const
    const { page, leave } = await aKnownReader(stage, reader)
    await page.goto(`/ur${firstLesson}?view=personalized`)
    await lessonDone(page)
    await atRest(page)
    await page.locator(`[data-section="${id}"]`).evaluate(async (section) => {
      const { top, height } = section.getBoundingClientRect()
      const atEnd = new Promise((resolve) => addEventListener('scrollend', resolve, { once: true }))
      window.scrollBy({ top: top + height / 2, behavior: 'instant' })
      await atEnd
    })
    const [section, above] = await passageOf(page)
    await page.addInitScript(noteShifts)
    await go(page)
    await lessonDone(page)
    await atRest(page)
    await expect.poll(() => passageOf(page).then(([now]) => now)).toBe(section)
    await expect.poll(() => passageOf(page).then(([, now]) => Math.abs(now - above))).toBeLessThanOrEqual(2)
    await expectStillness(page)
    await leave()
  },
)
