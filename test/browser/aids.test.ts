import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { giveVoices } from '../support/give-voices.ts'
import { startSite } from '../support/start-site.ts'
import { aLearnerReading, aReader, expert, firstLesson, isFocused, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const marks = (page: Page) => page.locator('article [data-term]')
const card = (page: Page) => page.getByRole('tooltip')

test('a page fetches the glossary only when a reader first wants a term explained', async () => {
  const { page, leave } = await aReader(stage)
  const scripts: string[] = []
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text())
  })
  const fetched = () => scripts.filter((script) => script.includes('the difference between reading about swimming'))
  await page.goto(firstLesson, { waitUntil: 'networkidle' })
  expect(fetched()).toEqual([])
  await marks(page).first().hover()
  await card(page).waitFor()
  await expect.poll(fetched).toHaveLength(1)
  await leave()
})

test('a card opens under the pointer, can be pointed at itself, and closes with Escape or when the pointer leaves', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  const mark = marks(page).first()
  await mark.hover()
  await expect.poll(() => card(page).innerText()).toMatch(/\w+ is /)
  expect(await mark.getAttribute('aria-describedby')).toBe(await card(page).getAttribute('id'))
  await card(page).hover()
  await expect.poll(() => card(page).isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await card(page).waitFor({ state: 'detached' })
  await mark.hover()
  await card(page).waitFor()
  await page.locator('article h1').hover()
  await card(page).waitFor({ state: 'detached' })
  await leave()
})

test('no card opens under a pointer that rests while the page loads or scrolls, and one does once it moves', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  const mark = marks(page).nth(1)
  await mark.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await mark.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [across, down] = [x + width / 2, y + height / 2]
  await page.mouse.move(across, down + 200)
  const underPointer = () =>
    page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('[data-term]') !== null, [
      across,
      down + 200,
    ] as const)
  await page.evaluate(() => scrollBy({ top: -200, behavior: 'instant' }))
  await expect.poll(underPointer).toBe(true)
  await page.locator('article [data-term]:hover').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await card(page).count()).toBe(0)
  await page.mouse.move(across + 1, down + 200)
  await card(page).waitFor()
  await page.keyboard.press('Escape')
  await page.reload({ waitUntil: 'networkidle' })
  await mark.dispatchEvent('pointerover', { bubbles: true, pointerType: 'mouse' })
  await page.waitForLoadState('networkidle')
  expect(await card(page).count()).toBe(0)
  await leave()
})

test('the Tab key stops once in a section at its terms, and arrows lead to the others', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  const section = page.locator('[data-section]', { has: page.locator('[data-term] ~ [data-term], p:has([data-term])') })
  await marks(page).first().waitFor()
  for (const each of await section.all()) expect(await each.locator('[data-term][tabindex="0"]').count()).toBe(1)
  const terms = page.locator('[data-section]').filter({ has: page.locator('[data-term][tabindex="-1"]') })
  const [first, second] = await terms.first().locator('[data-term]').all()
  await first?.focus()
  await card(page).waitFor()
  const name = await card(page).innerText()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => card(page).innerText()).not.toBe(name)
  expect(second && (await isFocused(second))).toBe(true)
  await page.keyboard.press('Escape')
  await card(page).waitFor({ state: 'detached' })
  expect(second && (await isFocused(second))).toBe(true)
  await page.keyboard.press('Enter')
  await card(page).waitFor()
  await leave()
})

test('a tap opens a card, and a tap beside it closes it', async () => {
  const { page, leave } = await aReader(stage, { hasTouch: true, viewport: { width: 360, height: 740 } })
  await page.goto(firstLesson)
  await marks(page).first().tap()
  const box = await card(page).boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
  await page.locator('article h1').tap()
  await card(page).waitFor({ state: 'detached' })
  await leave()
})

test('terms are marked in running text only, once in a section', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/lessons/foundations/frames-and-kinematics')
  await marks(page).first().waitFor()
  expect(await page.locator(':is(a, h1, h2, h3, th, code, pre) [data-term]').count()).toBe(0)
  const repeated = await page.locator('[data-section]').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const names = [...section.querySelectorAll<HTMLElement>('[data-term]')].map((mark) => mark.dataset['term'])
      return names.filter((name, place) => names.indexOf(name) !== place)
    }),
  )
  expect(repeated).toEqual([])
  await leave()
})

test.each([
  ['a newcomer', newcomer, 3],
  ['an expert', expert, 2],
] as const)('in the text written for %s a card says as much as they need', async (_, answers, paragraphs) => {
  const { page, leave } = await aLearnerReading(stage, { answers })
  await page.locator('[data-section] [data-term]').first().hover()
  await card(page).waitFor()
  expect(await card(page).locator('p').count()).toBe(paragraphs)
  await leave()
})

test('in Urdu text a card speaks Urdu, from right to left', async () => {
  const { page, leave } = await aLearnerReading(stage, { answers: { ...newcomer, preferred_language: 'ur' } })
  await page.locator('[data-section] :lang(ur) [data-term]').first().hover()
  await card(page).waitFor()
  expect(await card(page).getAttribute('lang')).toBe('ur')
  expect(await card(page).getAttribute('dir')).toBe('rtl')
  await leave()
})

test('a reader without a wish for cards has plain text, also on the next page', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  await marks(page).first().waitFor()
  await page.getByRole('button', { name: 'Reading aids' }).click()
  await page.getByRole('checkbox', { name: 'Explain technical terms' }).uncheck()
  expect(await marks(page).count()).toBe(0)
  await page.goto('/lessons/foundations/sensors', { waitUntil: 'networkidle' })
  expect(await marks(page).count()).toBe(0)
  await leave()
})

test('the text size is kept, stands before the page’s scripts have run, and changes no line’s length in letters', async () => {
  const { page, context, leave } = await aReader(stage, { viewport: { width: 1600, height: 900 } })
  const paragraph = page.locator('[data-section] p').first()
  const measure = () =>
    paragraph.evaluate((text) => {
      const { fontSize } = getComputedStyle(text)
      return { size: Number.parseFloat(fontSize), lettersWide: text.clientWidth / Number.parseFloat(fontSize) }
    })
  await page.goto(firstLesson)
  const regular = await measure()
  await page.getByRole('button', { name: 'Reading aids' }).click()
  await page.getByRole('radio', { name: 'Larger' }).focus()
  await page.keyboard.press('Space')
  const larger = await measure()
  expect(larger.size / regular.size).toBeCloseTo(1.18, 2)
  expect(larger.lettersWide).toBeCloseTo(regular.lettersWide, 0)
  await context.route('**/assets/js/**', (route) => route.abort())
  // Not `reload`, which waits for the page's scripts.
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => void setTimeout(() => location.reload()))])
  expect((await measure()).size).toBe(larger.size)
  await leave()
})

test('the reading aids close with Escape, and give the focus back', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(firstLesson)
  const button = page.getByRole('button', { name: 'Reading aids' })
  await button.click()
  await page.getByRole('checkbox', { name: 'Explain technical terms' }).focus()
  await page.keyboard.press('Escape')
  expect(await button.getAttribute('aria-expanded')).toBe('false')
  expect(await isFocused(button)).toBe(true)
  await leave()
})

test('on paper stands the lesson in the view that is on, with its proof and without controls', async () => {
  const { page, leave } = await aLearnerReading(stage)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count()
  expect(
    await shown('.navbar, [role=tablist], aside.theme-doc-sidebar-container, article button, .theme-layout-footer'),
  ).toBe(0)
  expect(await shown('[data-section] [data-spoken]')).toBeGreaterThan(4)
  expect(
    await page
      .locator('#lesson-sum')
      .getByText(/Sections rewritten for you: \d+ of \d+/)
      .isVisible(),
  ).toBe(true)
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(0, 0, 0)')
  const addressAfter = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
  await page.goto('/guide/run-locally')
  expect(await addressAfter('.markdown a[href^="/"]')).toBe('none')
  await leave()
})

test('on paper a lab is its drawing and its values, and answers stand open, black on white in the dark theme, too', async () => {
  const { page, context, leave } = await aReader(stage)
  await context.addInitScript(() => localStorage.setItem('theme', 'dark'))
  await page.goto('/lessons/foundations/frames-and-kinematics')
  const lab = page.locator('fieldset')
  await lab.locator('input').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await lab.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)')
  expect(await lab.locator(':is(input, button)').filter({ visible: true }).count()).toBe(0)
  expect(await lab.getByText('30°').isVisible()).toBe(true)
  expect(await page.locator('details li').last().isVisible()).toBe(true)
  await leave()
})

test('nothing moves for longer than an instant for a reader who wants less motion', async () => {
  const { page, context, leave } = await aReader(stage, { reducedMotion: 'reduce' })
  await context.addInitScript(giveVoices, ['en'])
  await page.goto(firstLesson)
  await page.getByRole('button', { name: 'Reading aids' }).click()
  await page.getByRole('button', { name: 'Listen to this section' }).nth(1).focus()
  await page.keyboard.press('Enter')
  await marks(page).first().focus()
  await card(page).waitFor()
  const longest = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, part)
        const seconds = [transitionDuration, animationName === 'none' ? '0s' : animationDuration]
        return seconds.flatMap((list) => list.split(',').map(Number.parseFloat)).filter((each) => each > 0.01)
      }),
    ),
  )
  expect(longest).toEqual([])
  await leave()
})
