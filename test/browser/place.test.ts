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
