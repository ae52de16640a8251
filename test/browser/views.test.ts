import type { Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, atRest, firstLesson, isFocused, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

const tab = (page: Page, name: string) => page.getByRole('tab', { name })

/** How far apart the tops of each pair of texts are, in pixels: their columns, and the first words in them. */
const unevenPairs = (page: Page): Promise<number[]> =>
  page.locator('[role=tabpanel]').evaluate((panel) =>
    [...panel.querySelectorAll('[class*=row]:has(> [class*=version])')].flatMap((row) => {
      const columns = [...row.children]
      const texts = columns.map((column) => column.querySelector('p, li, th'))
      return [columns, texts].map(([original, version]) =>
        original && version ? Math.abs(original.getBoundingClientRect().top - version.getBoundingClientRect().top) : 0,
      )
    }),
  )

test.each(['en', 'ur'] as const)('side by side, each text stands at the height of its other (%s)', async (language) => {
  const { page, leave } = await aKnownReader(stage, {
    ...desktop,
    answers: { ...newcomer, preferred_language: language },
  })
  await page.goto(`${firstLesson}?view=side-by-side`)
  await lessonDone(page)
  await atRest(page)
  const uneven = await unevenPairs(page)
  expect(uneven.length).toBeGreaterThan(5)
  expect(Math.max(...uneven)).toBeLessThanOrEqual(2)
  await leave()
})

test.each([
  ['', 'ur'],
  ['/ur', 'ur'],
  ['/ur', 'en'],
  ['', 'en'],
] as const)(
  'side by side (site %j, lesson in %s), names, headings and texts of one column stand under one another',
  async (site, language) => {
    const { page, leave } = await aKnownReader(stage, {
      ...desktop,
      answers: { ...newcomer, preferred_language: language },
    })
    await page.goto(`${site}${firstLesson}?view=side-by-side`)
    await lessonDone(page)
    const columns = await page.locator('[role=tabpanel]').evaluate((panel) => {
      const middle = panel.getBoundingClientRect().left + panel.getBoundingClientRect().width / 2
      const sideOf = (element: Element | undefined): string => {
        const { left, right } = element?.getBoundingClientRect() ?? { left: 0, right: 0 }
        return (left + right) / 2 < middle ? 'left' : 'right'
      }
      const sides = (selector: string, column: number): string[] =>
        [...panel.querySelectorAll(selector)].map((pair) => sideOf(pair.children[column]))
      const names = '[class*=heads]'
      const pairs = ':is([class*=row], [class*=heading]):has(> [class*=version])'
      return {
        pairs: panel.querySelectorAll(pairs).length,
        headings: panel.querySelectorAll('h2 [class*=heading]').length,
        author: [...new Set([...sides(names, 0), ...sides(pairs, 0)])],
        reader: [...new Set([...sides(names, 1), ...sides(pairs, 1)])],
      }
    })
    expect(columns.pairs).toBeGreaterThan(5)
    if (language === 'ur') expect(columns.headings).toBeGreaterThan(3)
    expect(columns.author).toEqual([site === '/ur' ? 'right' : 'left'])
    expect(columns.reader).toEqual([site === '/ur' ? 'left' : 'right'])
    await leave()
  },
)

test('side by side, what no rewrite may change is shown once, and no id twice', async () => {
  const { page, leave } = await aKnownReader(stage, { ...desktop, answers: newcomer })
  await page.goto(firstLesson)
  const count = () => page.locator('article pre').count()
  const blocks = await count()
  await tab(page, 'Side by side').click()
  await lessonDone(page)
  expect(await count()).toBe(blocks)
  const ids = await page.locator('[role=tabpanel] [id]').evaluateAll((all) => all.map(({ id }) => id))
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  await leave()
})

test('on a phone, each section has a switch between its two texts, and keeps its own', async () => {
  const { page, leave } = await aKnownReader(stage, { ...phone, answers: newcomer })
  await page.goto(`${firstLesson}?view=side-by-side`)
  await lessonDone(page)
  const section = page.locator('[data-section="intelligence-with-a-body"]')
  const [original, version] = [
    section.locator('[class*=original]').first(),
    section.locator('[class*=version]').first(),
  ]
  await original.waitFor({ state: 'hidden' })
  await section.getByRole('button', { name: 'Original' }).click()
  await original.waitFor()
  await version.waitFor({ state: 'hidden' })
  await tab(page, 'Original').click()
  await tab(page, 'Side by side').click()
  await expect.poll(() => original.isVisible()).toBe(true)
  await page.locator('[data-section="why-the-human-shape"] [class*=version]').first().waitFor()
  await leave()
})

test('on a phone, a footnote leads back to its mark in the text that is shown', async () => {
  const { page, leave } = await aKnownReader(stage, { ...phone, answers: newcomer })
  await page.goto('/lessons/intelligence/learning-policies?view=side-by-side')
  await lessonDone(page)
  await page.locator('[data-footnote-backref]').first().click()
  const mark = page.locator('[data-section] a[href="#user-content-fn-dagger"]').filter({ visible: true })
  await expect.poll(() => isFocused(mark)).toBe(true)
  await expect
    .poll(() => mark.evaluate((link) => Math.abs(link.getBoundingClientRect().top - innerHeight / 2)))
    .toBeLessThan(200)
  await leave()
})

test('once a lesson is here, no answer is left unread and keeps its connection', async () => {
  const { page, leave } = await aKnownReader(stage, { ...desktop, answers: newcomer })
  const open = new Set<Request>()
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  await expect.poll(() => [...open].map((request) => request.url())).toEqual([])
  await leave()
})

test('a view is opened by its address, kept for the next lesson, and comes back with the browser’s buttons', async () => {
  const { page, leave } = await aKnownReader(stage, { ...desktop, answers: newcomer })
  await page.goto(`${firstLesson}?view=side-by-side`)
  await lessonDone(page)
  await page.goto('/lessons/foundations/sensors')
  await lessonDone(page)
  expect(await tab(page, 'Side by side').getAttribute('aria-selected')).toBe('true')
  await tab(page, 'Original').click()
  await page.goBack()
  await expect.poll(() => tab(page, 'Side by side').getAttribute('aria-selected')).toBe('true')
  await page.goForward()
  await expect.poll(() => tab(page, 'Original').getAttribute('aria-selected')).toBe('true')
  await leave()
})
