import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { maskSection } from '../../lib/lesson/mask-section.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aReader, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const slug = 'software/urdf'
const lesson = `/lessons/${slug}`

/** The blocks of code of a page, as HTML. */
const readMarkup = (page: Page): Promise<string[]> =>
  page.locator('pre code').evaluateAll((blocks) => blocks.map(({ innerHTML }) => innerHTML))

/** The same of the page as the server sends it, before any script has run. */
const readSentMarkup = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const html = await (await fetch(location.href)).text()
    const blocks = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('pre code')
    return [...blocks].map(({ innerHTML }) => innerHTML)
  })

/** Buttons come once the page is alive. */
const untilAlive = (page: Page): Promise<void> =>
  page.locator('.theme-code-block button').first().waitFor({ state: 'attached' })

test.each([lesson, `/ur${lesson}`, '/guide/write-lessons', '/guide/api-reference'])(
  'the code on %s is highlighted by the server, and the same once the page is alive and after a visit by a link',
  async (address) => {
    const { page, leave } = await aReader(stage)
    await page.goto(address)
    await untilAlive(page)
    const sent = await readSentMarkup(page)
    expect(sent.join()).toContain('class="code-')
    expect(await readMarkup(page)).toEqual(sent)
    await page.locator('.navbar__brand').click()
    await page.locator('pre code').first().waitFor({ state: 'detached' })
    await page.goBack()
    await untilAlive(page)
    expect(await readMarkup(page)).toEqual(sent)
    await leave()
  },
)

/** The contents of the lesson's fenced code, as its author wrote it. */
async function readAuthored(): Promise<string[]> {
  const found = (await readSiteLessons()).find((one) => one.slug === slug)
  return (found?.sections ?? [])
    .flatMap((section) => maskSection(section, { translating: true }).slots)
    .filter(({ kind }) => kind === 'code')
    .map(({ content }) => content.split('\n').slice(1, -1).join('\n'))
}

const readClipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

test.each([
  ['as it was written', lesson],
  ['personalized', `${lesson}?view=personalized`],
  ['side by side', `${lesson}?view=side-by-side`],
  ['personalized, on a page in Urdu', `/ur${lesson}?view=personalized`],
])('the code of a lesson %s is copied as its author wrote it', async (_, address) => {
  const authored = await readAuthored()
  expect(authored.length).toBeGreaterThan(4)
  const { page, leave } = await aKnownReader(stage, {
    answers: newcomer,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.goto(address)
  if (address.includes('view=')) await lessonDone(page)
  await untilAlive(page)
  const copied: string[] = []
  for (const block of await page.locator('.theme-code-block').filter({ visible: true }).all()) {
    await page.evaluate(() => navigator.clipboard.writeText('nothing yet'))
    await block.hover()
    await block.locator('button').last().click()
    // Not the button's tick, which is gone after a second.
    await expect.poll(() => readClipboard(page)).not.toBe('nothing yet')
    copied.push(await readClipboard(page))
  }
  expect(copied).toEqual(authored)
  await leave()
})

/** The least contrast of any word of code in the page with what is painted behind it, and how many stand on marked lines. */
const readContrast = (page: Page): Promise<{ least: number; marked: number }> =>
  page.locator('pre code').evaluateAll((blocks) => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number)
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const behind = (element: Element | null): string => {
      const color = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)'
      return channels(color)[3] === 0 ? behind(element?.parentElement ?? null) : color
    }
    const words = blocks
      .flatMap((block) => [...block.querySelectorAll('span, b')])
      .filter((word) => word.textContent.trim() !== '')
    const contrasts = words.map((word) => {
      const [one, other] = [light(getComputedStyle(word).color), light(behind(word))]
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    })
    return {
      least: Math.min(...contrasts),
      marked: words.filter((word) => word.closest('[class*=highlighted-line]')).length,
    }
  })

test.each(['light', 'dark'] as const)(
  'every word of code can be read, also on the lines that an author marks (%s)',
  async (colorScheme) => {
    const { page, leave } = await aReader(stage, { colorScheme })
    for (const address of [
      '/lessons/intelligence/pid-control',
      '/lessons/intelligence/state-estimation',
      '/lessons/intelligence/balance-lab',
    ]) {
      await page.goto(address)
      await untilAlive(page)
      const { least, marked } = await readContrast(page)
      expect(marked).toBeGreaterThan(0)
      expect(least).toBeGreaterThanOrEqual(4.5)
    }
    await leave()
  },
)
