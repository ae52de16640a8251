import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { giveVoices, type FakeSpeech } from '../support/give-voices.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, aReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const said = (page: Page) =>
  page.evaluate(() => (window.speechSynthesis as unknown as FakeSpeech).said.map(({ text }) => text))
const endSentence = (page: Page) =>
  page.evaluate(() => (window.speechSynthesis as unknown as FakeSpeech).said.at(-1)?.end())
const highlighted = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('palimpsest-sentence') ?? [])].map(String).join())
const listen = (page: Page) => page.getByRole('button', { name: 'Listen to this section' })
const loop = '#the-sense-think-act-loop + [data-section]'

test('a section is read sentence by sentence from its heading, each one marked while it is said', async () => {
  const { page, context, leave } = await aReader(stage)
  await context.addInitScript(giveVoices, ['en-GB'])
  await page.goto(firstLesson)
  const section = page.locator('[data-section]').nth(1)
  await section.hover()
  await section.getByRole('button', { name: 'Listen' }).click()
  await expect.poll(() => said(page)).toEqual(['Intelligence with a body'])
  await endSentence(page)
  const [, sentence = ''] = await said(page)
  expect(sentence).toMatch(/^Physical AI is .*\.$/)
  expect(await highlighted(page)).toContain('Physical AI is')
  await page.getByRole('button', { name: 'Pause' }).first().click()
  await endSentence(page)
  expect(await said(page)).toHaveLength(2)
  expect(await highlighted(page)).toBe('')
  await page.getByRole('group', { name: 'Reading aloud' }).getByRole('button', { name: 'Resume' }).click()
  expect((await said(page)).at(-1)).toBe(sentence)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('group', { name: 'Reading aloud' }).waitFor({ state: 'detached' })
  await leave()
})

test('one section is read at a time, code is not read out, and leaving the page ends the reading', async () => {
  const { page, context, leave } = await aReader(stage)
  await context.addInitScript(giveVoices, ['en-US'])
  await page.goto(firstLesson)
  const coded = page.locator('[data-section]', { has: page.locator('pre') }).first()
  await page.locator(loop).hover()
  await page.locator(loop).getByRole('button', { name: 'Listen' }).click()
  await coded.hover()
  await coded.getByRole('button', { name: 'Listen' }).click()
  await expect.poll(() => page.getByRole('group', { name: 'Reading aloud' }).count()).toBe(1)
  await expect.poll(() => highlighted(page)).not.toBe('')
  for (let count = 0; count < 60 && (await highlighted(page)) !== ''; count += 1) await endSentence(page)
  const texts = await said(page)
  expect(texts).toContain('Code is on the page.')
  const code = await coded.locator('pre').first().innerText()
  expect(texts.filter((text) => text.length > 20 && code.includes(text))).toEqual([])
  await page.locator(loop).getByRole('button', { name: 'Listen' }).click()
  await page.getByRole('link', { name: /^Next/ }).click()
  await page.waitForURL(/sensors/)
  await expect.poll(() => highlighted(page)).toBe('')
  await leave()
})

test('side by side, the rewrite is read out and not the original beside it, in the rewrite’s language', async () => {
  const { page, context, leave } = await aKnownReader(stage, { answers: { ...newcomer, preferred_language: 'ur' } })
  await context.addInitScript(giveVoices, ['ur-PK'])
  await page.goto(`${firstLesson}?view=side-by-side`)
  await lessonDone(page)
  const section = page.locator('[data-section="intelligence-with-a-body"]')
  await section.hover()
  await section.getByRole('button', { name: 'Listen' }).click()
  await expect.poll(() => said(page)).toHaveLength(1)
  for (let count = 0; count < 60 && (await highlighted(page)) !== ''; count += 1) await endSentence(page)
  const spoken = await page.evaluate(() =>
    (window.speechSynthesis as unknown as FakeSpeech).said.map(({ text, lang }) => ({ text, lang })),
  )
  const version = (await section.locator('[class*=version]').allInnerTexts()).join(' ')
  expect(spoken.length).toBeGreaterThan(3)
  expect(spoken.filter(({ lang }) => !lang.startsWith('ur'))).toEqual([])
  const words = (text: string) => text.match(/\p{Script=Arabic}{3,}/gu) ?? []
  expect(words(version).length).toBeGreaterThan(50)
  expect(spoken.filter(({ text }) => words(text).length === 0)).toEqual([])
  expect(words(version).filter((word) => !spoken.some(({ text }) => text.includes(word)))).toEqual([])
  await leave()
})

test('nothing can be listened to without a voice for the language, until one is found', async () => {
  const { page, context, leave } = await aReader(stage)
  await context.addInitScript(giveVoices, ['de-DE'])
  await page.goto(firstLesson, { waitUntil: 'networkidle' })
  expect(await listen(page).count()).toBe(0)
  await page.evaluate(() => (window.speechSynthesis as unknown as FakeSpeech).find('en-GB'))
  await listen(page).first().waitFor()
  await leave()
})
