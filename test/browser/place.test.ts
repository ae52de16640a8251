import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
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
    await page.goto(`${lesson}?view=original${middle}`)
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

const ways = [
  { name: 'reloads the lesson', go: (page: Page) => page.reload() },
  {
    name: 'comes back to the lesson from elsewhere',
    async go(page: Page) {
      await page.goto('/guide')
      await page.goBack()
    },
  },
]

test.each(screens.flatMap((screen) => ways.map((way) => ({ ...screen, way: way.name, go: way.go }))))(
  'a reader who $way is brought to the passage that they were reading, and nothing moves ($name)',
  async ({ viewport, go }) => {
    const { page, leave } = await aKnownReader(stage, { answers: { ...newcomer, preferred_language: 'ur' }, viewport })
    await page.goto(`/ur${firstLesson}?view=personalized`)
    await lessonDone(page)
    await page.locator('[data-section="when-the-body-does-the-thinking"]').evaluate(async (section) => {
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
    expect(Math.abs((await passageOf(page))[1] - above)).toBeLessThanOrEqual(2)
    await expectStillness(page)
    await leave()
  },
)
