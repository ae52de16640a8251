import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aLearnerReading, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const heading = 'The sense-think-act loop'
const sectionId = 'the-sense-think-act-loop'
const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const textOf = (page: Page): Locator => page.locator(`[data-section="${sectionId}"]`)
const controlsOf = (page: Page): Locator => page.getByRole('group', { name: `About this section: ${heading}` })

interface Section {
  readonly text: Locator
  readonly controls: Locator
  readonly mark: Locator
}

function find(page: Page): Section {
  const controls = controlsOf(page)
  return { text: textOf(page), controls, mark: controls.getByRole('button', { name: 'About this version' }) }
}

const topOf = (locator: Locator): Promise<number> => locator.evaluate((element) => element.getBoundingClientRect().top)
const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement)
const prose = (section: Section): Promise<string> => section.text.locator('.markdown').first().innerText()

/** The bodies of the requests for lessons that a page sends from now on. */
function watchRequests(page: Page): { sections?: string[]; choices?: unknown }[] {
  const bodies: { sections?: string[]; choices?: unknown }[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/personalize')) {
      bodies.push(request.postDataJSON() as { sections?: string[] })
    }
  })
  return bodies
}

test('by keyboard: the mark opens what there is to know, Tab goes into it, Escape closes it and the focus returns', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const { controls, mark } = find(page)
  await mark.focus()
  await page.keyboard.press('Enter')
  expect(await mark.getAttribute('aria-expanded')).toBe('true')
  await controls.getByText('Why it differs').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await isFocused(controls.getByRole('button', { name: 'Show what changed' }))).toBe(true)
  await page.keyboard.press('Escape')
  expect(await mark.getAttribute('aria-expanded')).toBe('false')
  expect(await isFocused(mark)).toBe(true)
  await leave()
})

test.each([
  ['in the margin', desktop],
  ['under the section', phone],
])('opening %s moves nothing above it', async (_, options) => {
  const { page, leave } = await aLearnerReading(stage, options)
  const { text, controls, mark } = find(page)
  await mark.scrollIntoViewIfNeeded()
  const before = [await topOf(text), await topOf(controls)]
  await mark.click()
  await controls.getByText('Why it differs').waitFor()
  expect([await topOf(text), await topOf(controls)]).toEqual(before)
  await leave()
})

test('in the margin it closes when the reader turns to something else; under the section it stays', async () => {
  const wide = await aLearnerReading(stage, desktop)
  const margin = find(wide.page)
  await margin.mark.click()
  await wide.page.locator('h1').click()
  expect(await margin.mark.getAttribute('aria-expanded')).toBe('false')
  await wide.leave()
  const narrow = await aLearnerReading(stage, phone)
  const foot = find(narrow.page)
  await foot.mark.tap()
  await narrow.page.locator('h2').first().tap()
  expect(await foot.mark.getAttribute('aria-expanded')).toBe('true')
  await narrow.leave()
})

test('one press shows the original of this section only, the next one the reader’s version; the focus stays', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = find(page)
  const [mine, others] = [await section.text.innerText(), page.locator('[data-phase="rewritten"]')]
  const count = await others.count()
  const peek = section.controls.getByRole('button', { name: /Show the original|Back to my version/ })
  await peek.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => section.text.getAttribute('data-phase')).toBe('peeked')
  expect(await others.count()).toBe(count - 1)
  expect(await isFocused(peek)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => section.text.innerText()).toBe(mine)
  await leave()
})

test('what changed is counted and marked by more than colour, and the words left are the rewrite’s', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = find(page)
  const rewrite = (await prose(section)).replaceAll(/\s+/g, '')
  await section.mark.click()
  await section.controls.getByRole('button', { name: 'Show what changed' }).click()
  await section.text.getByText(/^(\d+ words?|1 word) added, \d+ removed$/).waitFor()
  const marked = section.text.locator('ins, del')
  expect(await marked.count()).toBeGreaterThan(0)
  const lines = await marked.evaluateAll((marks) => marks.map((one) => getComputedStyle(one).textDecorationLine))
  expect(new Set(lines)).not.toContain('none')
  const said = await marked.evaluateAll((marks) => marks.map((one) => one.textContent))
  expect(said.every((text) => /^(added|removed): .*, end$/s.test(text))).toBe(true)
  const left = await section.text.locator('> [aria-busy] p').evaluateAll((paragraphs) =>
    paragraphs.slice(1).map((paragraph) => {
      const copy = paragraph.cloneNode(true) as Element
      for (const gone of copy.querySelectorAll('del, .visually-hidden')) gone.remove()
      return copy.textContent.replaceAll(/\s+/g, '')
    }),
  )
  const chip = /\[(?:code|figure|formula|protectedpart)\]/
  for (const words of left.flatMap((line) => line.split(chip))) expect(rewrite).toContain(words)
  await section.controls.getByRole('button', { name: 'Hide what changed' }).click()
  expect((await prose(section)).replaceAll(/\s+/g, '')).toBe(rewrite)
  await leave()
})

test('the dial: arrows only move the focus, Enter has this section alone told so, and a reload finds it again', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = find(page)
  const before = await prose(section)
  const asked = watchRequests(page)
  await section.mark.click()
  await section.controls.getByRole('radio', { name: 'As it is' }).focus()
  await page.keyboard.press('ArrowLeft')
  const simpler = section.controls.getByRole('radio', { name: 'Simpler' })
  expect(await isFocused(simpler)).toBe(true)
  expect(await simpler.getAttribute('aria-checked')).toBe('false')
  expect(asked).toEqual([])
  await page.keyboard.press('Enter')
  await section.controls.getByText('Simpler, as you asked').waitFor()
  expect(await prose(section)).not.toBe(before)
  expect(asked).toMatchObject([{ sections: [sectionId], choices: { [sectionId]: { dial: 'simpler', take: 0 } } }])
  expect(await isFocused(simpler)).toBe(true)
  const told = await prose(section)
  await page.reload()
  await lessonDone(page)
  expect(await prose(section)).toBe(told)
  await leave()
})

test('writing it differently counts the tellings, and after the third comes the first again', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = find(page)
  const first = await prose(section)
  await section.mark.click()
  for (const telling of ['Telling 2 of 3', 'Telling 3 of 3', 'Telling 1 of 3']) {
    await section.controls.getByRole('button', { name: 'Write it differently' }).click()
    await section.controls.getByText(telling).waitFor()
    await expect.poll(() => section.text.locator('[aria-busy="true"]').count()).toBe(0)
  }
  expect(await prose(section)).toBe(first)
  await leave()
})

test('when a new telling cannot be had, the old text stands, the page says so, and trying again works', async () => {
  const { page, context, leave } = await aLearnerReading(stage, desktop)
  const section = find(page)
  const before = await prose(section)
  await section.mark.click()
  await context.route('**/api/personalize', (route) => route.abort())
  await section.controls.getByRole('radio', { name: 'Deeper' }).click()
  const words = 'The new telling could not be fetched; this one stays.'
  await expect.poll(() => section.controls.locator('output', { hasText: words }).count()).toBe(1)
  expect(await prose(section)).toBe(before)
  expect(await section.controls.getByRole('radio', { name: 'As it is' }).getAttribute('aria-checked')).toBe('true')
  await context.unroute('**/api/personalize')
  await section.controls.getByRole('button', { name: 'Try again' }).click()
  await section.controls.getByText('Deeper, as you asked').waitFor()
  await leave()
})

test('a thumb and its reason are stored once, shown again after a reload, and can be taken back', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const learner = await page.evaluate(() => localStorage.getItem('palimpsest.learner'))
  const stored = () =>
    stage.site.db
      .selectFrom('feedback')
      .select(['rating', 'reason'])
      .where('user_id', '=', learner ?? '')
      .execute()
  const section = find(page)
  await section.mark.click()
  const down = section.controls.getByRole('button', { name: 'It does not help' })
  await down.click()
  await section.controls.getByRole('radio', { name: 'Too hard' }).click()
  await expect.poll(stored).toEqual([{ rating: 'down', reason: 'too-hard' }])
  await page.reload()
  await lessonDone(page)
  await section.mark.click()
  expect(await down.getAttribute('aria-pressed')).toBe('true')
  expect(await section.controls.getByRole('radio', { name: 'Too hard' }).getAttribute('aria-checked')).toBe('true')
  await section.controls.getByRole('button', { name: 'It helps' }).click()
  await expect.poll(stored).toEqual([{ rating: 'up', reason: null }])
  await section.controls.getByRole('button', { name: 'It helps' }).click()
  await expect.poll(stored).toEqual([])
  expect(await section.controls.getByRole('button', { name: 'It helps' }).getAttribute('aria-pressed')).toBe('false')
  await leave()
})

test('the proof says what was kept, how the text changed, who wrote it and when', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = find(page)
  await section.mark.click()
  const proof = section.controls.getByText(/words became \d+/)
  expect(await proof.innerText()).toMatch(/no measurement or name added; .*demo writer, \d{1,2} \w+ 20\d\d\.$/i)
  await leave()
})

test.each([
  ['a mouse', desktop, 24],
  ['a thumb', phone, 44],
])('every control has room for %s', async (_, options, least) => {
  const { page, leave } = await aLearnerReading(stage, options)
  const { controls, mark } = find(page)
  await mark.click()
  await controls.getByRole('button', { name: 'It does not help' }).click()
  const heights = await controls
    .locator('button:visible')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(least)
  await leave()
})

test('a translation is not compared by words: both texts side by side are offered instead', async () => {
  const answers = { ...newcomer, preferred_language: 'ur' as const }
  const { page, leave } = await aKnownReader(stage, { ...desktop, answers })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const controls = page.getByRole('group', { name: /^About this section/ }).nth(1)
  await controls.getByRole('button', { name: 'About this version' }).click()
  await controls.getByText('In the language you chose').waitFor()
  expect(await controls.getByRole('button', { name: 'Show what changed' }).count()).toBe(0)
  await controls.getByRole('button', { name: 'Read both side by side' }).click()
  expect(await page.getByRole('tab', { name: 'Side by side' }).getAttribute('aria-selected')).toBe('true')
  await leave()
})

test('inside Urdu, a word in Latin script is a run of its own from left to right', async () => {
  const answers = { ...newcomer, preferred_language: 'ur' as const }
  const { page, leave } = await aKnownReader(stage, { ...desktop, answers })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const runs = page.locator('article [lang="ur"] bdi[dir="ltr"]')
  expect(await runs.count()).toBeGreaterThan(3)
  const directions = await runs.evaluateAll((found) => found.map((run) => getComputedStyle(run).direction))
  expect(new Set(directions)).toEqual(new Set(['ltr']))
  await leave()
})
