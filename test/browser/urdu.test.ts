import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aLearnerReading, articleText, firstLesson, lessonDone, newcomer } from './support.ts'
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

test('a translation is not compared by words: both texts side by side are offered instead', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: urdu })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const controls = page.getByRole('group', { name: /^About this section/ }).nth(1)
  await controls.getByRole('button', { name: 'Adjust this section' }).click()
  await controls.getByText('In the language you chose').waitFor()
  expect(await controls.getByRole('button', { name: 'Show what changed' }).count()).toBe(0)
  await controls.getByRole('button', { name: 'Read both side by side' }).click()
  expect(await page.getByRole('tab', { name: 'Side by side' }).getAttribute('aria-selected')).toBe('true')
  await leave()
})

test('inside Urdu, a word in Latin script is a run of its own from left to right', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: urdu })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const runs = page.locator('article [lang="ur"] bdi[dir="ltr"]')
  expect(await runs.count()).toBeGreaterThan(3)
  const directions = await runs.evaluateAll((found) => found.map((run) => getComputedStyle(run).direction))
  expect(new Set(directions)).toEqual(new Set(['ltr']))
  await leave()
})

test('a title is quoted as Urdu quotes: what opens stands at its right, what closes at its left', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: urdu })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const titles = await page.locator('article [lang="ur"] bdi').evaluateAll((runs) => {
    const leftOf = (text: Text, place: number): number => {
      const range = new Range()
      range.setStart(text, place)
      range.setEnd(text, place + 1)
      return range.getBoundingClientRect().left
    }
    return runs.flatMap((run) => {
      const [before, after, lines] = [run.previousSibling, run.nextSibling, run.getClientRects()]
      if (!(before instanceof Text && after instanceof Text && before.data.endsWith('”')) || lines.length > 1) return []
      return { left: leftOf(after, 0), title: lines[0]?.left ?? 0, right: leftOf(before, before.length - 1) }
    })
  })
  expect(titles.length).toBeGreaterThan(0)
  for (const { left, title, right } of titles) expect([left < title, title < right]).toEqual([true, true])
  await leave()
})
