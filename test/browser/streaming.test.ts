import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { startLine } from '../support/start-line.ts'
import { startSite } from '../support/start-site.ts'
import { expectStillness, noteShifts, screens } from './layout-shifts.ts'
import { aKnownReader, firstLesson, lessonDone, newcomer, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite((given) => startSite({ ...given, tokensPerSecond: 200, firstTokenMs: 300 }))

const tab = (page: Page, name: string) => page.getByRole('tab', { name })

/** Nothing is rewritten yet, so that the lesson is written while the reader looks on. */
beforeEach(async () => {
  await stage.site.db.deleteFrom('personalized_content_cache').execute()
})

test.each(screens)('a whole lesson streams in above the fold without moving the page ($name)', async ({ viewport }) => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer, viewport })
  await page.addInitScript(noteShifts)
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  await expectStillness(page)
  await leave()
})

interface ReaderOnLine extends Reader {
  /** The rest of the lesson is held back until this is called. */
  readonly letOn: () => void
}

/** A reader who has at least so many sections of the lesson before them: the others are on their way. */
async function aReaderAmid(sections: number, options: Parameters<typeof aKnownReader>[1]): Promise<ReaderOnLine> {
  const line = await startLine(stage.site.url)
  const reader = await aKnownReader(stage, { ...options, baseURL: line.url })
  // The note may be one of them.
  const letOn = line.pauseAfter(sections + 1)
  await reader.page.addInitScript(noteShifts)
  await reader.page.addInitScript(noteAnnouncements)
  const home = options.answers.preferred_language === 'en' ? '' : `/${options.answers.preferred_language}`
  await reader.page.goto(`${home}${firstLesson}?view=personalized`)
  await reader.page.waitForFunction((least) => (document.querySelector('progress')?.value ?? 0) >= least, sections)
  return {
    ...reader,
    letOn,
    async leave() {
      await reader.leave()
      await line.close()
    },
  }
}

test.each(screens)(
  'a whole lesson streams in around its middle without moving the page ($name)',
  async ({ viewport }) => {
    const { page, letOn, leave } = await aReaderAmid(1, { answers: newcomer, viewport })
    await page.locator('#what-changes-outside-the-computer').evaluate((heading) => heading.scrollIntoView())
    letOn()
    await lessonDone(page)
    await expectStillness(page)
    await leave()
  },
)

test('views can be switched while the lesson is coming in, and nothing is lost or written twice', async () => {
  const calls = stage.site.writer.requests.length
  const { page, letOn, leave } = await aReaderAmid(3, { answers: newcomer })
  await tab(page, 'Original').click()
  await tab(page, 'Side by side').click()
  await tab(page, 'Personalized').click()
  letOn()
  await lessonDone(page)
  const written = stage.site.writer.requests.slice(calls).map(({ section }) => section)
  expect(new Set(written).size).toBe(written.length)
  await leave()
})

/** Keeps each text that the lesson's live region has held. */
const noteAnnouncements = (): void => {
  const said: string[] = []
  Object.assign(window, { said })
  new MutationObserver(() => {
    const words = document.querySelector('div:has(> [role=tablist]) ~ * output.visually-hidden')?.textContent ?? ''
    if (words !== '' && said.at(-1) !== words) {
      said.push(words)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** The live regions in the accessibility tree with these words in them, by how urgent they are. */
async function findLiveRegions(page: Page, words: string): Promise<unknown[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const holding = new Set(nodes.filter(({ name }) => name?.value === words).map(({ parentId }) => parentId))
  return nodes
    .filter(({ nodeId, ignored }) => holding.has(nodeId) && !ignored)
    .flatMap(
      ({ properties }) => properties?.filter(({ name }) => name === 'live').map(({ value }) => value.value) ?? [],
    )
}

test.each(['en', 'ur'] as const)(
  'a screen reader hears of whole sections, politely and in the language of the page, and at last that all are here (%s)',
  async (locale) => {
    const words = await readPageWords(locale)
    const { page, letOn, leave } = await aReaderAmid(2, { answers: { ...newcomer, preferred_language: locale } })
    await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 0)
    letOn()
    await lessonDone(page)
    const allHere = words.pattern('palimpsest.said.done')
    await page.getByRole('status').filter({ hasText: allHere }).waitFor()
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
    const ofSections = ['one', 'untitled', 'several'].map((kind) => words.pattern(`palimpsest.said.${kind}`))
    expect(said.length).toBeGreaterThan(1)
    expect(said.length).toBeLessThanOrEqual((await page.locator('[data-section]').count()) + 1)
    expect(said.slice(0, -1).filter((text) => !ofSections.some((pattern) => pattern.test(text)))).toEqual([])
    expect(said.at(-1)).toMatch(allHere)
    expect(await findLiveRegions(page, said.at(-1) ?? '')).toEqual(['polite'])
    await leave()
  },
)

test('the focus stays in its section when the section is replaced', async () => {
  const { page, letOn, leave } = await aReaderAmid(1, { answers: newcomer })
  await page.locator('[data-section="check-yourself"] a').first().focus()
  letOn()
  await lessonDone(page)
  const section = await page.evaluate(() =>
    document.activeElement?.closest('[data-section]')?.getAttribute('data-section'),
  )
  expect(section).toBe('check-yourself')
  await leave()
})

test('the passage at the top of the window stays there when the view changes', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const placeOf = () =>
    page.locator('[data-section="when-the-body-does-the-thinking"]').evaluate((section) => {
      const { top, height } = section.getBoundingClientRect()
      return ((document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0) - top) / height
    })
  await page.locator('[data-section="when-the-body-does-the-thinking"]').evaluate((section) => {
    const { top, height } = section.getBoundingClientRect()
    window.scrollBy({ top: top + height / 2, behavior: 'instant' })
  })
  const before = await placeOf()
  for (const name of ['side-by-side', 'original', 'personalized']) {
    await page.locator(`#lesson-view-${name}`).evaluate((one: HTMLElement) => one.click())
    await page.locator(`[role=tabpanel][data-view="${name}"]`).waitFor()
    expect(Math.abs((await placeOf()) - before)).toBeLessThan(0.03)
  }
  await leave()
})
