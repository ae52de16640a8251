import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aReader, lessonDone, newcomer, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const withFormulas = '/lessons/foundations/frames-and-kinematics'
const withCode = '/lessons/software/ros2-nodes-and-topics'

/** What a real press of the keys would have in the clipboard: what the page gives it, or else what the browser has selected. */
async function copied({ page }: Reader): Promise<string> {
  await page.evaluate(() => {
    const answer = ({ defaultPrevented, clipboardData }: ClipboardEvent): void => {
      const given = clipboardData?.getData('text/plain') ?? ''
      document.body.dataset['copied'] = defaultPrevented ? given : `browser: ${getSelection()?.toString()}`
    }
    delete document.body.dataset['copied']
    window.addEventListener('copy', answer, { once: true })
  })
  await page.keyboard.press('Control+c')
  const text = await page.evaluate(() => document.body.dataset['copied'])
  return text ?? 'nothing'
}

/** Selects from the beginning of one element to the end of another. */
const select = (page: Page, from: string, to = from): Promise<void> =>
  page.evaluate(
    ([first, last]) => {
      const [start, end] = [document.querySelector(first), document.querySelector(last)]
      const [head, tail] = [start && document.createTreeWalker(start, NodeFilter.SHOW_TEXT).nextNode(), end?.lastChild]
      if (head && tail && end) getSelection()?.setBaseAndExtent(head, 0, end, end.childNodes.length)
    },
    [from, to] as const,
  )

/** Opens a page and waits until it copies itself: it learns to with the first selection. */
async function openCopying(reader: Reader, address: string): Promise<void> {
  const { page } = reader
  await page.goto(address)
  await select(page, 'article h2')
  await expect.poll(() => copied(reader)).not.toMatch(/^browser: /)
}

/** Every label of a control, and everything that is only said to a screen reader. */
const labelsOf = (page: Page): Promise<string[]> =>
  page
    .locator('article :is(button, [role=tab], .hash-link, .visually-hidden, label, output)')
    .evaluateAll((controls) =>
      [...new Set(controls.map(({ textContent }) => textContent.trim()))].filter((label) => label.length > 3),
    )

/** Of what shows: an answer that is closed is not copied. */
const shown = ':not(details:not([open]) *)'

const texOf = (page: Page): Promise<string[]> =>
  page
    .locator(`article annotation${shown}`)
    .evaluateAll((all) => all.map(({ textContent }) => textContent.trim().replaceAll(/\s*\n\s*/g, ' ')))

const countOf = (text: string, part: string): number => text.split(part).length - 1

test.each(['original', 'personalized'])(
  'Ctrl+A copies the lesson (%s): its words, code and each formula once, and no control',
  async (view) => {
    const reader = await aKnownReader(stage, { answers: newcomer })
    const { page, leave } = reader
    await openCopying(reader, `${withFormulas}?view=${view}`)
    if (view === 'personalized') await lessonDone(page)
    await page.locator('article .katex').first().waitFor()
    await page.keyboard.press('Control+a')
    const text = await copied(reader)
    expect(text).toMatch(/^Frames and kinematics/)
    for (const label of await labelsOf(page)) expect(text.split('\n'), label).not.toContain(label)
    expect(text).not.toMatch(/Adjust this section|Show the original|Reading aids|Side by side|Next\n|On this page/)
    const formulas = await texOf(page)
    expect(formulas.length).toBeGreaterThan(10)
    for (const tex of formulas) expect(countOf(text, tex), tex).toBeGreaterThanOrEqual(1)
    expect(countOf(text, '$$') / 2).toBe(await page.locator(`article .katex-display${shown}`).count())
    expect((text.replaceAll('$$', '').match(/\$[^$\n]+\$/g) ?? []).length).toBe(
      await page
        .locator(`article .katex${shown}`)
        .evaluateAll((all) => all.filter((one) => !one.closest('.katex-display')).length),
    )
    const lines = text.split(/\n+/)
    for (const code of await page.locator('article pre code:visible').allInnerTexts())
      for (const line of code.split('\n').filter((each) => each.trim() !== '')) expect(lines).toContain(line.trimEnd())
    await leave()
  },
)

test('a passage that begins and ends within formulas has both whole, and its paragraphs apart', async () => {
  const reader = await aReader(stage)
  const { page, leave } = reader
  await openCopying(reader, withFormulas)
  await page.evaluate(() => {
    const formulas = document.querySelectorAll('article p .katex .mord')
    const [first, last] = [formulas[0], formulas[formulas.length - 1]]
    if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
  })
  const text = await copied(reader)
  expect(text).toMatch(/^\$[^$]+\$/)
  expect(text).toMatch(/\$$/)
  expect(text).toMatch(/\.\n\n/)
  await leave()
})

test('a formula on a line of its own is copied as display TeX', async () => {
  const reader = await aReader(stage)
  await openCopying(reader, withFormulas)
  await select(reader.page, 'article .katex-display .katex-html')
  expect(await copied(reader)).toMatch(/^\$\$[^$]+\$\$$/)
  await reader.leave()
})

test('code and plain words are copied as the browser copies them', async () => {
  const reader = await aReader(stage)
  const { page, leave } = reader
  await openCopying(reader, withCode)
  await select(page, 'article pre code')
  const code = await page.locator('article pre code').first().innerText()
  expect((await copied(reader)).trimEnd()).toBe(`browser: ${code.trimEnd()}`)
  await select(page, 'article h1')
  expect((await copied(reader)).trim()).toBe(`browser: ${await page.locator('article h1').innerText()}`)
  await leave()
})

test('a heading is copied without its link, and links keep their whole address', async () => {
  const reader = await aReader(stage)
  const { page, leave } = reader
  await openCopying(reader, withFormulas)
  await select(page, 'article h2')
  const heading = await copied(reader)
  expect(heading).toBe((await page.locator('article h2').first().innerText()).replaceAll('\u200B', '').trim())
  const html = await page.evaluate(() => {
    const root = document.querySelector('#lesson-text') ?? document.querySelector('article')
    if (root) getSelection()?.selectAllChildren(root)
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true })
    document.dispatchEvent(event)
    return event.clipboardData?.getData('text/html') ?? ''
  })
  expect(html).not.toMatch(/href="\//)
  await leave()
})

test('what is typed into a field is copied by the browser, whatever is selected beside it', async () => {
  const reader = await aReader(stage)
  const { page, leave } = reader
  await openCopying(reader, withFormulas)
  await page.evaluate(() =>
    document.querySelector('article .katex')?.insertAdjacentHTML('afterend', '<input id="field" value="words">'),
  )
  await page.locator('#field').selectText()
  expect(await copied(reader)).toMatch(/^browser: /)
  await leave()
})
