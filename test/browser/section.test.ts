import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { desktop, findSection } from './find-section.ts'
import { aLearnerReading, atRest, isFocused } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const topOf = (locator: Locator): Promise<number> => locator.evaluate((element) => element.getBoundingClientRect().top)
test('by keyboard: the mark opens what there is to know, Tab goes into it, Escape closes it and the focus returns', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const { controls, mark } = findSection(page)
  await mark.focus()
  await page.keyboard.press('Enter')
  expect(await mark.getAttribute('aria-expanded')).toBe('true')
  await controls.getByText('Why it’s different').waitFor()
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
  const { text, controls, mark } = findSection(page)
  await mark.scrollIntoViewIfNeeded()
  await atRest(page)
  const before = [await topOf(text), await topOf(controls)]
  await mark.click()
  await controls.getByText('Why it’s different').waitFor()
  expect([await topOf(text), await topOf(controls)]).toEqual(before)
  await leave()
})

test('in the margin it closes when the reader turns to something else; under the section it stays', async () => {
  const wide = await aLearnerReading(stage, desktop)
  const margin = findSection(wide.page)
  await margin.mark.click()
  await wide.page.locator('h1').click()
  expect(await margin.mark.getAttribute('aria-expanded')).toBe('false')
  await wide.leave()
  const narrow = await aLearnerReading(stage, phone)
  const foot = findSection(narrow.page)
  await foot.mark.tap()
  await narrow.page.locator('h2').first().tap()
  expect(await foot.mark.getAttribute('aria-expanded')).toBe('true')
  await narrow.leave()
})

test('one press shows the original of this section only, the next one the reader’s version; the focus stays', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = findSection(page)
  const [mine, others] = [await section.text.innerText(), page.locator('[data-phase="rewritten"]')]
  const count = await others.count()
  const toggle = section.controls.getByRole('button', { name: /Show the original|Back to my version/ })
  await toggle.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => section.text.getAttribute('data-phase')).toBe('original-shown')
  expect(await others.count()).toBe(count - 1)
  expect(await isFocused(toggle)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => section.text.innerText()).toBe(mine)
  await leave()
})

test('what changed is counted and marked by more than colour, and the words left are the rewrite’s', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = findSection(page)
  const rewrite = (await section.prose()).replaceAll(/\s+/g, '')
  const plain = (await section.text.locator('.markdown').first().textContent())?.replaceAll(/\s+/g, '')
  await section.mark.click()
  await section.controls.getByRole('button', { name: 'Show what changed' }).click()
  await section.text.getByText(/^Words added: \d+\. Words removed: \d+\.$/).waitFor()
  const marked = section.text.locator('ins, del')
  expect(await marked.count()).toBeGreaterThan(0)
  const lines = await marked.evaluateAll((marks) => marks.map((one) => getComputedStyle(one).textDecorationLine))
  expect(new Set(lines)).not.toContain('none')
  const said = await marked.evaluateAll((marks) => marks.map((one) => one.textContent))
  expect(said.every((text) => /^(added|removed): .*, end$/s.test(text))).toBe(true)
  const left = await section.text.locator('.markdown').evaluate((text) => {
    const copy = text.cloneNode(true) as Element
    for (const gone of copy.querySelectorAll('del, .visually-hidden')) gone.remove()
    return copy.textContent.replaceAll(/\s+/g, '')
  })
  expect(left).toBe(plain)
  await section.controls.getByRole('button', { name: 'Hide what changed' }).click()
  expect((await section.prose()).replaceAll(/\s+/g, '')).toBe(rewrite)
  await leave()
})

test('the proof says what is unchanged, how the text changed, who wrote it and when', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = findSection(page)
  await section.mark.click()
  const proof = section.controls.getByText(/→ \d+ words/)
  expect(await proof.innerText()).toMatch(/No names or measurements added\. .*demo writer, \d{1,2} \w+ 20\d\d\.$/)
  await leave()
})

test.each([
  ['a mouse', desktop, 24],
  ['a thumb', phone, 44],
])('every control has room for %s', async (_, options, least) => {
  const { page, leave } = await aLearnerReading(stage, options)
  const { controls, mark } = findSection(page)
  await mark.click()
  await controls.getByRole('button', { name: 'No', exact: true }).click()
  const heights = await controls
    .locator('button:visible')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(least)
  await leave()
})

test.each(['/lessons/foundations/physical-ai', '/lessons/foundations/frames-and-kinematics'])(
  'what changed is marked in the rewrite as it stands: %s keeps its formulas, code, links, emphasis and terms',
  async (path) => {
    const { page, leave } = await aLearnerReading(stage, { ...desktop, path })
    const kinds = {
      formulas: '.katex',
      code: 'pre, :not(pre) > code',
      images: 'img',
      bold: 'strong',
      terms: '[data-term]',
      links: 'a[href]',
      tables: 'td',
      items: 'li',
    }
    const count = () =>
      page.locator('[data-section] .markdown').evaluateAll(
        (texts, selectors) =>
          Object.entries(selectors).map(([kind, selector]) => {
            const kept = texts
              .flatMap((text) => [...text.querySelectorAll(selector)])
              .filter((found) => !found.closest('del'))
            return `${kind}: ${kept.length}`
          }),
        kinds,
      )
    const before = await count()
    for (const controls of await page.getByRole('group', { name: /^About this section/ }).all()) {
      await controls.getByRole('button', { name: 'Adjust this section' }).click()
      await controls.getByRole('button', { name: 'Show what changed' }).click()
      await controls.getByRole('button', { name: 'Hide what changed' }).waitFor()
      await controls.getByRole('button', { name: 'Adjust this section' }).click()
    }
    await expect.poll(() => page.locator('[data-section] .markdown ins').count()).toBeGreaterThan(10)
    expect(await count()).toEqual(before)
    expect(await page.locator('article').first().innerText()).not.toMatch(/\[(code|formula|figure|protected part)\]/)
    await leave()
  },
)
