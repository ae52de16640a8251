import { describe, expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { darkWide, findInLooks, lightWide } from './find-in-looks.ts'
import { findViolations } from './find-violations.ts'
import { aKnownReader, aReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const pages = [
  '/',
  '/onboarding',
  '/profile',
  '/guide',
  '/no-such-page',
  firstLesson,
  '/lessons/foundations/frames-and-kinematics',
]

test('a violation of WCAG 2.2 AA would be seen, with the element that has it', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/guide')
  expect(await findViolations(page)).toEqual([])
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img id="unnamed" src="/img/favicon.svg">'))
  expect(await findViolations(page)).toEqual(['image-alt: #unnamed'])
  await page.evaluate(() => document.querySelector('#unnamed')?.remove())
  await page.addStyleTag({ content: 'article h1 { color: #ddd }' })
  expect(await findViolations(page)).toEqual([expect.stringMatching(/^color-contrast: .*h1/)])
  await leave()
})

describe.each(['', '/ur'])('of the site under "%s"', (home) => {
  test.each(pages)(
    'the page %s has no violation of WCAG 2.2 AA, in either colour scheme, wide or narrow',
    async (path) => {
      const { page, leave } = await aReader(stage)
      await page.goto(home + path, { waitUntil: 'networkidle' })
      for (const name of [lightWide, darkWide]) expect(await findInLooks(page, name)).toEqual([])
      await leave()
    },
  )
})

test.each(['', '/ur'])(
  'headings are called by their words alone, as their author or the reader’s version has them (%s)',
  async (home) => {
    const { page, leave } = await aKnownReader(stage, {
      answers: { ...newcomer, preferred_language: home === '' ? 'en' : 'ur' },
    })
    for (const path of [
      firstLesson,
      `${firstLesson}?view=personalized`,
      `${firstLesson}?view=side-by-side`,
      '/guide',
    ]) {
      await page.goto(home + path)
      if (path.includes('view')) await lessonDone(page)
      await page.locator('article .hash-link').first().waitFor()
      const headings = page.locator('article :is(h2, h3, h4)[id]')
      const words = await headings.evaluateAll((all) =>
        all.map((heading) => {
          const copy = heading.cloneNode(true) as Element
          copy.querySelector('.hash-link')?.remove()
          return copy.textContent.replaceAll(/\s/g, '')
        }),
      )
      expect(words.length).toBeGreaterThan(0)
      const called = await Promise.all(
        (await headings.all()).map(async (heading) => /heading (".*") \[level/.exec(await heading.ariaSnapshot())?.[1]),
      )
      expect(called.map((name) => (JSON.parse(name ?? '""') as string).replaceAll(/\s/g, ''))).toEqual(words)
      expect(await page.locator('.hash-link').first().getAttribute('aria-label')).toMatch(/\S/)
    }
    await leave()
  },
)
