import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import {
  aLearnerReading,
  answerQuestions,
  aReader,
  articleText,
  firstLesson,
  lessonDone,
  newcomer,
  openPersonalized,
} from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const urdu = { ...newcomer, preferred_language: 'ur' as const }

test('in Urdu the text runs from right to left, code from left to right, and anchors stay', async () => {
  const { page, leave } = await aLearnerReading(stage, { answers: urdu })
  const text = page.locator('article [lang="ur"][dir="rtl"]')
  expect(await text.count()).toBeGreaterThan(5)
  const directions = await page
    .locator('article')
    .first()
    .evaluate((article) => ({
      paragraph: getComputedStyle(article.querySelector('[lang="ur"] p') as Element).direction,
      blocks: [...article.querySelectorAll('pre')].map((code) => getComputedStyle(code).direction),
      inline: [...article.querySelectorAll('[lang="ur"] p code')].map((code) => getComputedStyle(code).direction),
    }))
  expect(directions.paragraph).toBe('rtl')
  expect(new Set([...directions.blocks, ...directions.inline])).toEqual(new Set(['ltr']))
  const heading = page.locator('#the-sense-think-act-loop')
  expect(await heading.innerText()).toMatch(/[\u0600-\u06ff]/)
  await leave()
})

test('a lesson that the writer cannot translate stays the author’s, and says why', async () => {
  const { page, leave } = await aLearnerReading(stage, { answers: urdu, path: '/lessons/software/urdf' })
  expect(await page.getByText(/not in your language|آپ کی زبان میں نہیں/).count()).toBeGreaterThan(0)
  expect(await articleText(page)).toContain('urdf')
  await leave()
})

test('with the server out of reach the original stays, the page says so, and trying again works', async () => {
  const { page, context, leave } = await aLearnerReading(stage)
  const unread = '/lessons/intelligence/safety'
  await context.route('**/api/**', (route) => route.abort())
  await page.goto(`${unread}?view=personalized`)
  await page.getByRole('alert').getByText('The server could not be reached.').waitFor()
  expect(await page.locator('article h2').count()).toBeGreaterThan(5)
  await context.unroute('**/api/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await lessonDone(page)
  await leave()
})

test('answers given while the server is away are kept and sent when it is back', async () => {
  const { page, context, leave } = await aReader(stage)
  await context.route('**/api/**', (route) => route.abort())
  await page.goto(firstLesson)
  await openPersonalized(page)
  await answerQuestions(page, newcomer)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('palimpsest.profile'))).not.toBeNull()
  await context.unroute('**/api/**')
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  await leave()
})
