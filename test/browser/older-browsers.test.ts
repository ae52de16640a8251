import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { giveVoices, type FakeSpeech } from '../support/give-voices.ts'
import { projectRoot, startSite } from '../support/start-site.ts'
import { readOldestVersions } from '../support/supported-browsers/oldest-versions.ts'
import { listLacking, takeAway } from '../support/supported-browsers/take-away.ts'
import { aKnownReader, answerQuestions, aReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

/** By MDN's data: everything that one of the supported browsers, at its oldest, has not. */
const lacking = listLacking(readOldestVersions(projectRoot))

const makeOlder = (context: BrowserContext): Promise<unknown> => context.addInitScript(takeAway, lacking)

test('what is taken away is what the supported list lacks, and is gone', async () => {
  const { page, context, leave } = await aReader(stage)
  await makeOlder(context)
  await page.goto('/')
  const gone = await page.evaluate(() => [
    'canParse' in URL,
    'Segmenter' in Intl,
    'groupBy' in Object,
    'union' in Set.prototype,
    'highlights' in CSS,
    'requestIdleCallback' in window,
    'Iterator' in window,
    'checkVisibility' in Element.prototype,
    'map' in Object.getPrototypeOf(Object.getPrototypeOf([].values())),
  ])
  expect(gone).toEqual(gone.map(() => false))
  expect(await page.evaluate(() => 'at' in Array.prototype && 'randomUUID' in crypto)).toBe(true)
  await leave()
})

test.each(['', '/ur'])(
  'in an older browser a reader answers the questions (%s), and reads a lesson written for them',
  async (locale) => {
    const { page, context, leave } = await aReader(stage)
    await makeOlder(context)
    await page.goto(`${locale}/onboarding?return=${encodeURIComponent(locale + firstLesson)}`)
    await answerQuestions(page, { ...newcomer, preferred_language: locale === '' ? 'en' : 'ur' })
    await page.waitForURL(new RegExp(firstLesson))
    await lessonDone(page)
    expect(await page.locator('[data-phase="rewritten"]').count()).toBeGreaterThan(3)
    await page.getByRole('tab').nth(2).click()
    await page.locator('[data-phase="paired"]').first().waitFor()
    await leave()
  },
)

test('in an older browser what changed is shown', async () => {
  const { page, context, leave } = await aKnownReader(stage, { answers: newcomer })
  await makeOlder(context)
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const controls = page.getByRole('group', { name: /^About this section/ }).nth(1)
  await controls.getByRole('button', { name: 'Adjust this section' }).click()
  await controls.getByRole('button', { name: 'Show what changed' }).click()
  await expect.poll(() => page.locator('article ins').count()).toBeGreaterThan(0)
  await leave()
})

const spoken = (page: Page): Promise<number> =>
  page.evaluate(() => (window.speechSynthesis as unknown as FakeSpeech).said.length)

test.each(['en', 'ur'])('in an older browser a section is read aloud, sentence by sentence (%s)', async (language) => {
  const { page, context, leave } = await aKnownReader(stage, {
    answers: { ...newcomer, preferred_language: language === 'ur' ? 'ur' : 'en' },
  })
  await makeOlder(context)
  await context.addInitScript(giveVoices, ['en-GB', 'ur-PK'])
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const section = page.locator('[data-section="intelligence-with-a-body"]')
  await section.hover()
  await section.getByRole('button', { name: 'Listen' }).click()
  for (let count = 1; count <= 4; count += 1) {
    await expect.poll(() => spoken(page)).toBe(count)
    await page.evaluate(() => (window.speechSynthesis as unknown as FakeSpeech).said.at(-1)?.end())
  }
  await leave()
})

test('in an older browser a term is explained, text is copied, and the book’s diagrams are drawn', async () => {
  const { page, context, leave } = await aReader(stage)
  await makeOlder(context)
  for (const address of ['/lessons/software/ros2-services-and-actions', '/lessons/intelligence/learning-policies']) {
    await page.goto(address)
    await page.locator('.docusaurus-mermaid-container').first().scrollIntoViewIfNeeded()
    await page.locator('.docusaurus-mermaid-container svg').first().waitFor()
  }
  await page.locator('article [data-term]').first().hover()
  await expect.poll(() => page.getByRole('tooltip').innerText()).toMatch(/\w/)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await leave()
})

test.each(['/', '/profile', '/insights', '/guide', '/guide/api-reference', '/lessons/intelligence/pid-control'])(
  'in an older browser %s opens without an error',
  async (address) => {
    const { page, context, leave } = await aReader(stage)
    await makeOlder(context)
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(await page.locator('main, article').first().innerText()).not.toBe('')
    await leave()
  },
)
