import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { screens } from './layout-shifts.ts'
import { openWithoutScripts } from './open-without-scripts.ts'
import { aKnownReader, aReader, atRest, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const scenes = [...screens, { name: 'tablet', viewport: { width: 820, height: 1180 } }].flatMap((screen) => [
  { ...screen, language: 'en', home: '' } as const,
  { ...screen, language: 'ur', home: '/ur' } as const,
])

/** Where the text begins below the head, in pixels from the page's top. */
const textBegins = (page: Page): Promise<number> =>
  page.locator('#lesson-text').evaluate(async (text) => {
    // Only a page that was laid out knows which fonts it needs.
    text.getBoundingClientRect()
    await document.fonts.ready
    return text.getBoundingClientRect().top + window.scrollY
  })

test.each(scenes)('the invitation stands where its room was kept ($name, $language)', async ({ viewport, home }) => {
  const { page, leave } = await aReader(stage, { viewport })
  const letScriptsIn = await openWithoutScripts(page, home + firstLesson)
  const before = await textBegins(page)
  letScriptsIn()
  await page.locator('article a[href$="/onboarding"]').waitFor()
  expect(Math.abs((await textBegins(page)) - before)).toBeLessThanOrEqual(1)
  await leave()
})

test.each(scenes)(
  'what the head says to a reader who arrives in the personalized view stands where its room was kept ($name, $language)',
  async ({ viewport, language, home }) => {
    const { page, leave } = await aKnownReader(stage, {
      answers: { ...newcomer, preferred_language: language },
      viewport,
    })
    const letScriptsIn = await openWithoutScripts(page, `${home}${firstLesson}?view=personalized`)
    const before = await textBegins(page)
    letScriptsIn()
    await lessonDone(page)
    await atRest(page)
    expect(Math.abs((await textBegins(page)) - before)).toBeLessThanOrEqual(1)
    await leave()
  },
)
