import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

/**
 * The least height of a line, of its font's size. Nastaliq piles its letters up: below this, lines touch, and strokes reach out of
 * what cuts them off. What cuts its lines off cuts the tails of Latin letters, too.
 */
const leastHeight = { nastaliq: 1.9, latinCutOff: 1.4 }

/** The words on a page whose lines have too little room, with how much it is. Runs in the page, so it stands alone. */
function findCramped(limits: typeof leastHeight): string[] {
  const cramped: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent?.trim() ?? ''
    let box = texts.currentNode.parentElement
    if (words === '' || !box?.checkVisibility() || box.closest('svg, .katex, .visually-hidden')) continue
    while (box?.parentElement && getComputedStyle(box).display === 'inline') box = box.parentElement
    if (!box || box.clientHeight <= 1) continue
    const { lineHeight, fontSize, overflowY, paddingBottom } = getComputedStyle(box)
    const room = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)
    const isCut = (overflowY === 'hidden' || overflowY === 'clip') && Number.parseFloat(paddingBottom) < 2
    const isUrdu = box.matches(':lang(ur)') && /\p{Script=Arabic}/u.test(words)
    const least = isUrdu ? limits.nastaliq : isCut ? limits.latinCutOff : 0
    if (room < least) cramped.push(`${room.toFixed(2)}: ${words.slice(0, 40)}`)
  }
  return cramped
}

const crampedOf = (page: Page): Promise<string[]> => page.evaluate(findCramped, leastHeight)

const pages = ['/', firstLesson, '/guide', '/lessons/category/intelligence', '/onboarding', '/profile', '/insights']

test.each(pages.flatMap((page) => [page, `/ur${page === '/' ? '' : page}`]))(
  'no line on %s touches another or is cut off',
  async (path) => {
    for (const width of [1280, 390]) {
      const { page, leave } = await aKnownReader(stage, {
        answers: { ...newcomer, preferred_language: 'ur' },
        viewport: { width, height: 900 },
      })
      await page.goto(`${path}${path.endsWith(firstLesson) ? '?view=original' : ''}`)
      expect(await crampedOf(page), `${width} px`).toEqual([])
      await leave()
    }
  },
)

test.each(['', '/ur'] as const)(
  'nor does one of a lesson in Urdu under "%s", with a section’s margin open',
  async (home) => {
    const { say } = await readPageWords(home === '' ? 'en' : 'ur')
    for (const view of ['personalized', 'side-by-side']) {
      const { page, leave } = await aKnownReader(stage, { answers: { ...newcomer, preferred_language: 'ur' } })
      await page.goto(`${home}${firstLesson}?view=${view}`)
      await lessonDone(page)
      if (view === 'personalized') {
        const mark = page.getByRole('button', { name: say('palimpsest.section.adjust') }).nth(1)
        await mark.click()
        await page.getByText(say('palimpsest.difference.label')).filter({ visible: true }).waitFor()
      }
      expect(await crampedOf(page), view).toEqual([])
      await leave()
    }
  },
)

test('on a page in Urdu, what the author says of a part runs as the author’s text does', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/ur/lessons/category/foundations')
  const directions = await page
    .locator('main :is(h1, h2, header p, li p)')
    .evaluateAll((all) =>
      all.map((one) => [one.closest('[lang]')?.getAttribute('lang'), getComputedStyle(one).direction]),
    )
  expect(directions.length).toBeGreaterThan(5)
  expect(new Set(directions.map(String))).toEqual(new Set(['en,ltr']))
  await leave()
})
