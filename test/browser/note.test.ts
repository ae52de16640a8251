import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { forYouSection } from '../../lib/lesson/note-section.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { startSite } from '../support/start-site.ts'
import { findViolations } from './find-violations.ts'
import { screens } from './layout-shifts.ts'
import { aKnownReader, atRest, firstLesson, lessonDone, newcomer, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const [wide, phone] = screens

const short = 'You build robots for fun, and this is where they begin.'
const long = `${'You are new to robots, and you want to build one at home. '.repeat(5)}At the end comes embodiment.`
const longInUrdu = 'آپ کے لیے روبوٹ نئے ہیں، اور آپ گھر پر ایک روبوٹ بنانا چاہتے ہیں۔ '.repeat(6)

interface Scene extends BrowserContextOptions {
  readonly note: string
  readonly language?: Answers['preferred_language']
}

/** A reader with this note above the lesson. */
async function aReaderOfNote({ note, language = 'en', viewport = phone.viewport }: Scene): Promise<Reader> {
  const lesson = (await readSiteLessons()).find(({ slug }) => firstLesson.endsWith(slug))
  if (!lesson) throw new Error('The site has no first lesson')
  const rewritten = [forYouSection, ...lesson.sections.map(({ id }) => id)].map(
    (id) => [id, { markdown: id === forYouSection ? note : 'Rewritten.' }] as const,
  )
  const reader = await aKnownReader(stage, { answers: { ...newcomer, preferred_language: language }, viewport })
  await answerWith(reader.page, scriptLesson(lesson, { version: { language, sections: new Map(rewritten) } }))
  await reader.page.goto(`${language === 'en' ? '' : `/${language}`}${firstLesson}?view=personalized`)
  await lessonDone(reader.page)
  await atRest(reader.page)
  return reader
}

const aside = (page: Page): Locator => page.locator('aside.for-you')
const control = (page: Page): Locator => aside(page).locator('button')

/** How many lines of the note's text can be seen, and how many it has. */
const linesOf = (page: Page): Promise<{ seen: number; all: number }> =>
  aside(page)
    .locator('[data-spoken]')
    .evaluate((text) => {
      const line = Number.parseFloat(getComputedStyle(text).lineHeight)
      const lines = (element: Element | null): number => Math.round(((element?.clientHeight ?? 0) / line) * 10) / 10
      return { seen: lines(text.parentElement), all: lines(text) }
    })

test('of a long note a phone shows four whole lines, and all of it at a press', async () => {
  const { page, leave } = await aReaderOfNote({ note: long })
  const { all } = await linesOf(page)
  expect(all).toBeGreaterThan(6)
  expect(await linesOf(page)).toEqual({ seen: 4, all })
  await aside(page).getByRole('button', { name: 'Show more', expanded: false }).click()
  expect(await linesOf(page)).toEqual({ seen: all, all })
  await aside(page).getByRole('button', { name: 'Show less', expanded: true }).click()
  expect(await linesOf(page)).toEqual({ seen: 4, all })
  await leave()
})

test.each(['en', 'ur'] as const)(
  'words in another font or size make no line of a note higher (%s)',
  async (language) => {
    const mixed = {
      en: 'Call `rclpy.spin()` in **every** *node*, as [before]. ',
      ur: 'ہر node میں `rclpy.spin()` **ضرور** چلائیں، ورنہ topic نہیں آئے گا۔ ',
    }
    const { page, leave } = await aReaderOfNote({ note: mixed[language].repeat(9), language })
    const { seen, all } = await linesOf(page)
    expect(seen).toBe(4)
    expect(all).toBeGreaterThan(5)
    expect(Number.isInteger(all), `${all} lines`).toBe(true)
    await leave()
  },
)

test('a long note is opened and closed by the keyboard, and the focus stays on its button', async () => {
  const { page, leave } = await aReaderOfNote({ note: long })
  await control(page).focus()
  await page.keyboard.press('Enter')
  expect(await control(page).evaluate((button) => [document.activeElement === button, button.ariaExpanded])).toEqual([
    true,
    'true',
  ])
  await page.keyboard.press('Space')
  expect(await control(page).getAttribute('aria-expanded')).toBe('false')
  await leave()
})

test('what has the focus in a long note is never out of sight', async () => {
  const { page, leave } = await aReaderOfNote({ note: long })
  const { all } = await linesOf(page)
  await aside(page).locator('[data-term]').focus()
  await expect.poll(() => linesOf(page)).toEqual({ seen: all, all })
  await leave()
})

test.each([
  { name: 'a short note on a phone', note: short, viewport: phone.viewport },
  { name: 'the same long note on a wide screen', note: long, viewport: wide.viewport },
])('$name stands whole, without a button', async ({ note, viewport }) => {
  const { page, leave } = await aReaderOfNote({ note, viewport })
  const { seen, all } = await linesOf(page)
  expect(seen).toBe(all)
  expect(await control(page).count()).toBe(0)
  await leave()
})

test.each(['en', 'ur'] as const)(
  'the button ends the last line that shows, is large enough to press, and harms nobody (%s)',
  async (language) => {
    const { page, leave } = await aReaderOfNote({ note: language === 'en' ? long : longInUrdu, language })
    expect((await linesOf(page)).seen).toBe(4)
    const text = await aside(page).locator('[data-spoken]').locator('..').boundingBox()
    const button = await control(page).boundingBox()
    if (!text || !button) throw new Error('The note is not shown')
    expect(button.height).toBeGreaterThanOrEqual(24)
    expect(button.y + button.height).toBeCloseTo(text.y + text.height, 0)
    const gap = language === 'en' ? text.x + text.width - button.x - button.width : button.x - text.x
    expect(Math.abs(gap)).toBeLessThanOrEqual(1)
    expect(await findViolations(page)).toEqual([])
    await control(page).click()
    expect(await findViolations(page)).toEqual([])
    await leave()
  },
)

test('on paper a note is whole', async () => {
  const { page, leave } = await aReaderOfNote({ note: long })
  await page.emulateMedia({ media: 'print' })
  const { seen, all } = await linesOf(page)
  expect(seen).toBe(all)
  expect(await control(page).isVisible()).toBe(false)
  await leave()
})

test.each(screens.flatMap(({ name, viewport }) => (['', '/ur'] as const).map((home) => ({ name, viewport, home }))))(
  'the room kept for the note before the view is here is the room of the note ($name, under "$home")',
  async (scene) => {
    const language = scene.home === '' ? 'en' : 'ur'
    const reader = { answers: { ...newcomer, preferred_language: language } as const, viewport: scene.viewport }
    const { page, leave } = await aKnownReader(stage, reader)
    await page.goto(scene.home + firstLesson)
    await atRest(page)
    const kept = await page.locator('#lesson-text').evaluate((text) => {
      const before = text.scrollHeight
      document.documentElement.dataset['arriving'] = ''
      return text.scrollHeight - before
    })
    await answerWith(page, [])
    await page.goto(`${scene.home}${firstLesson}?view=personalized`)
    await aside(page).waitFor()
    await atRest(page)
    const taken = await aside(page).evaluate(
      (note) => note.getBoundingClientRect().height + Number.parseFloat(getComputedStyle(note).marginBottom),
    )
    expect(Math.abs(kept - taken)).toBeLessThanOrEqual(1)
    await leave()
  },
)
