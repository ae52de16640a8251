import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/start-browser.ts'
import { startSite, type RunningSite } from '../support/start-site.ts'
import { aLearnerReading, aReader, firstLesson, newcomer, atRest } from './support.ts'

let site: RunningSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), startBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const schemes = ['light', 'dark'] as const

async function findViolations(page: Page): Promise<string[]> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test.each(schemes)(
  'home, questions, profile and an original lesson have no violation of WCAG 2.2 AA (%s)',
  async (colorScheme) => {
    const { page, leave } = await aReader(browser, site, { colorScheme })
    for (const path of [
      '/',
      '/onboarding',
      '/profile',
      firstLesson,
      '/lessons/foundations/frames-and-kinematics',
      '/guide',
    ]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      expect(await findViolations(page), path).toEqual([])
    }
    await leave()
  },
)

test.each(['en', 'ur'] as const)(
  'a personalized lesson has no violation of WCAG 2.2 AA (%s)',
  async (preferred_language) => {
    const { page, leave } = await aLearnerReading(browser, site, { answers: { ...newcomer, preferred_language } })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      expect(await findViolations(page), colorScheme).toEqual([])
    }
    await leave()
  },
)
