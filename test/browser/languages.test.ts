import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, answerQuestions, aReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const inUrdu = { ...newcomer, preferred_language: 'ur' as const }
const urduLesson = `/ur${firstLesson}`

async function middleOf(element: Locator): Promise<number> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('The element is not shown')
  return box.x + box.width / 2
}

test.each(['/ur', '/ur/onboarding', '/ur/profile', urduLesson, '/ur/guide'])(
  '%s speaks Urdu from right to left',
  async (path) => {
    const { page, leave } = await aReader(stage)
    await page.goto(path)
    const html = page.locator('html')
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ur', 'rtl'])
    await leave()
  },
)

test('the frame of an Urdu page is mirrored: sidebar right of the text, contents left of it', async () => {
  const { page, leave } = await aReader(stage, { viewport: { width: 1440, height: 900 } })
  await page.goto(urduLesson)
  const [sidebar, text, contents] = await Promise.all(
    ['.theme-doc-sidebar-container', 'article', '.table-of-contents'].map((part) =>
      middleOf(page.locator(part).first()),
    ),
  )
  expect(sidebar).toBeGreaterThan(text ?? 0)
  expect(text).toBeGreaterThan(contents ?? 0)
  await leave()
})

test('the author’s English runs from left to right in an Urdu page: text, lists, code and its copy button', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(urduLesson)
  const section = page.locator('article [lang="en"][dir="ltr"]').filter({ has: page.locator('pre') })
  const [code, button] = [section.locator('pre code').first(), section.locator('[class*="buttonGroup"]').first()]
  expect(await middleOf(button)).toBeGreaterThan(await middleOf(code))
  const parts = await page
    .locator('article [lang="en"]')
    .evaluateAll((all) =>
      all.flatMap((one) =>
        [...one.querySelectorAll('p, li, pre, p code, .katex')].map((part) => [
          part.tagName,
          getComputedStyle(part).direction,
        ]),
      ),
    )
  expect(parts.length).toBeGreaterThan(20)
  expect(parts.filter(([, direction]) => direction !== 'ltr')).toEqual([])
  const list = page.locator('article [lang="en"] :is(ol, ul):not([class])').first()
  const padding = await list.evaluate((one) => [getComputedStyle(one).paddingLeft, getComputedStyle(one).paddingRight])
  expect(padding[0]).not.toBe('0px')
  expect(padding[1]).toBe('0px')
  const note = page.locator('article .footnotes li').first()
  expect(
    await note.evaluate((one) => [one.closest('[lang]')?.getAttribute('lang'), getComputedStyle(one).direction]),
  ).toEqual(['en', 'ltr'])
  await leave()
})

test('a formula looks the same on an Urdu page as on an English one', async () => {
  const { page, leave } = await aReader(stage)
  const widths = []
  for (const locale of ['', '/ur']) {
    await page.goto(`${locale}/lessons/foundations/frames-and-kinematics`, { waitUntil: 'networkidle' })
    const formulas = page.locator('.katex-display .katex-html')
    widths.push(await formulas.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width))))
  }
  expect(widths[0]?.length).toBeGreaterThan(0)
  expect(widths[1]).toEqual(widths[0])
  await leave()
})

test('a reader who chooses Urdu goes on in Urdu, hears so once, and is one press away from English', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(`/onboarding?return=${firstLesson}`)
  await answerQuestions(page, inUrdu)
  await page.waitForURL(`**${urduLesson}?view=personalized`)
  const notice = page.getByRole('status').filter({ hasText: 'سائٹ اب اردو میں ہے' })
  await notice.waitFor()
  await page.reload()
  await page.locator('article h1').waitFor()
  expect(await notice.count()).toBe(0)
  await leave()
})

test('the way back leads to the same page in English, and the profile is the same', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/onboarding')
  await answerQuestions(page, inUrdu)
  await page.waitForURL('**/ur/onboarding?answered')
  await page.getByRole('heading', { name: 'سب تیار ہے۔' }).waitFor()
  await page.getByRole('link', { name: 'واپس English میں' }).click()
  await page.waitForURL(/\/onboarding\?answered$/)
  await page.goto('/profile')
  await expect.poll(() => page.getByText('High school', { exact: true }).count()).toBe(1)
  await page.goto('/ur/profile')
  await expect.poll(() => page.getByText('ہائی اسکول', { exact: true }).count()).toBe(1)
  await leave()
})

test('the navbar changes the language and keeps the page', async () => {
  const { page, leave } = await aReader(stage, { viewport: { width: 1440, height: 900 } })
  await page.goto(firstLesson)
  await page.locator('.navbar .dropdown').hover()
  await page.getByRole('link', { name: 'اردو' }).click()
  await page.waitForURL(`**${urduLesson}`)
  expect(await page.getByRole('tab', { name: 'آپ کے مطابق' }).count()).toBe(1)
  await leave()
})

test('pages of both languages name the same lessons with the same content', async () => {
  const { page, leave } = await aReader(stage)
  const hashes = []
  for (const locale of ['', '/ur']) {
    const asked = page.waitForRequest('**/api/personalize')
    await page.goto('/')
    await page.evaluate((answers) => {
      localStorage.setItem('palimpsest.profile', JSON.stringify({ answers, sent: false }))
    }, newcomer)
    await page.goto(`${locale}${firstLesson}?view=personalized`)
    const body = (await asked).postDataJSON() as { lesson_slug: string; content_hash: string }
    hashes.push([body.lesson_slug, body.content_hash])
    await page.evaluate(() => localStorage.clear())
  }
  expect(hashes[1]).toEqual(hashes[0])
  await leave()
})

test('an address of the Urdu site that leads nowhere says so in Urdu, and leads to its contents', async () => {
  const { page, leave } = await aReader(stage)
  const response = await page.goto('/ur/no-such-page')
  expect(response?.status()).toBe(404)
  await page.locator('main[lang="ur"][dir="rtl"]').getByRole('heading', { name: 'یہاں کچھ نہیں لکھا۔' }).waitFor()
  await page.locator('main').getByRole('link').click()
  await page.waitForURL(/\/ur\/?$/)
  await leave()
})

test('an admonition in a rewrite is named in its language, whatever the language of the page', async () => {
  const lesson = (await readSiteLessons()).find(({ slug }) => firstLesson.endsWith(slug))
  if (!lesson) throw new Error('The site has no first lesson')
  const rewritten = lesson.sections.map(({ id }) => [id, { markdown: ':::note\n\nیہ متن ہے۔\n\n:::' }] as const)
  const { page, leave } = await aKnownReader(stage, { answers: inUrdu })
  await answerWith(page, scriptLesson(lesson, { version: { language: 'ur', sections: new Map(rewritten) } }))
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const names = await page.locator('[data-section] [lang="ur"] [class*="admonitionHeading"]').allInnerTexts()
  expect(new Set(names)).toEqual(new Set(['نوٹ']))
  await leave()
})

const readInUrdu = 'اردو میں پڑھیں'

/** A section that is written in this language. */
const rewrittenIn = (page: Page, language: string): Locator =>
  page.locator(`[data-phase="rewritten"] [lang="${language}"]`).first()

test('a reader of English who turns the site to Urdu may read the lesson in Urdu by one press, and the server knows', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  await page.goto(`${urduLesson}?view=personalized`)
  await lessonDone(page)
  expect(await rewrittenIn(page, 'ur').count()).toBe(0)
  await page.getByRole('button', { name: readInUrdu }).click()
  await rewrittenIn(page, 'ur').waitFor()
  await lessonDone(page)
  expect(await page.getByRole('button', { name: readInUrdu }).count()).toBe(0)
  const learner = await page.evaluate(() => localStorage.getItem('palimpsest.learner') ?? '')
  const stored = await fetch(`${stage.site.url}/api/user/preferences`, { headers: { 'x-user-id': learner } })
  expect(await stored.json()).toMatchObject({ ...newcomer, preferred_language: 'ur' })
  await leave()
})

test('the offer stands beside the original as well, and the other way round beside a lesson in Urdu on an English page', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  await page.goto(urduLesson)
  await page.getByRole('button', { name: readInUrdu }).click()
  await page.waitForURL('**view=personalized')
  await lessonDone(page)
  await page.goto(`${firstLesson}?view=original`)
  await page.getByText('The original, as the author wrote it.').waitFor()
  expect(await page.getByRole('button', { name: 'Read in English' }).count()).toBe(0)
  await page.goto(`${firstLesson}?view=personalized`)
  await page.getByRole('button', { name: 'Read in English' }).click()
  await rewrittenIn(page, 'en').waitFor()
  await leave()
})

test('a reader without a profile is invited to read the lesson in Urdu, and finds Urdu chosen in the questions', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(urduLesson)
  await page.getByText('آپ یہ سبق اردو میں').waitFor()
  await page.getByRole('button', { name: 'ابھی نہیں' }).click()
  await page.getByRole('button', { name: readInUrdu }).click()
  await page.waitForURL('**/ur/onboarding?return=**')
  await expect.poll(() => page.locator('input[name="preferred_language"][value="ur"]').isChecked()).toBe(true)
  await leave()
})
