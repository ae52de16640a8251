import { describe, expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { darkWide, findInLooks, lightWide } from './find-in-looks.ts'
import { findViolations } from './find-violations.ts'
import { aReader, firstLesson } from './support.ts'
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
