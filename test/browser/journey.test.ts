import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ExportAnswer } from '../../lib/contract/answers.ts'
import { startSite } from '../support/start-site.ts'
import {
  aLearnerReading,
  answerQuestions,
  aReader,
  articleText,
  expert,
  firstLesson,
  lessonDone,
  newcomer,
  openPersonalized,
  readProtectedParts,
} from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

test('a learner comes from the home page through the questions to a lesson written for them, and back to the original', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/')
  await page.getByRole('link', { name: 'Open the first lesson' }).click()
  await page.waitForURL(`**${firstLesson}`)
  const original = await articleText(page)
  await openPersonalized(page)
  await page.waitForURL('**/onboarding?return=**')
  await answerQuestions(page, newcomer)
  await page.waitForURL(`**${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(await page.getByText('Personalized for you: high school, new to programming, new to robotics').count()).toBe(1)
  expect(await page.getByText('demo writer').count()).toBeGreaterThan(0)
  const personalized = await articleText(page)
  expect(personalized).not.toBe(original)
  await page.getByRole('tab', { name: 'Original' }).click()
  await expect.poll(() => articleText(page)).toContain('Ask a chatbot how to pick up a cup of tea')
  expect(await page.getByText('For you', { exact: true }).count()).toBe(0)
  await leave()
})

test('the choice of view is remembered, and a reload shows the personalized lesson without asking the model', async () => {
  const { page, leave } = await aLearnerReading(stage)
  const calls = stage.site.writer.requests.length
  const text = await page.getByRole('tabpanel', { name: 'Personalized' }).innerText()
  await page.goto(firstLesson)
  await lessonDone(page)
  expect(await page.getByRole('tab', { name: 'Personalized' }).getAttribute('aria-selected')).toBe('true')
  expect(await page.getByRole('tabpanel', { name: 'Personalized' }).innerText()).toBe(text)
  expect(stage.site.writer.requests.length).toBe(calls)
  await leave()
})

test('a second learner with the same answers but other goals costs one call: the opening note', async () => {
  const first = await aLearnerReading(stage)
  await first.leave()
  const calls = stage.site.writer.requests.length
  const second = await aLearnerReading(stage, { answers: { ...newcomer, learning_goals: ['teaching'] } })
  expect(stage.site.writer.requests.slice(calls).map(({ task }) => task)).toEqual(['note'])
  await second.leave()
})

test('a second learner with the very same answers costs no call at all', async () => {
  const first = await aLearnerReading(stage)
  await first.leave()
  const calls = stage.site.writer.requests.length
  const second = await aLearnerReading(stage)
  expect(stage.site.writer.requests.slice(calls)).toEqual([])
  await second.leave()
})

test('a changed profile gives another text, and the same code', async () => {
  const { page, leave } = await aLearnerReading(stage)
  const [text, parts] = [await articleText(page), await readProtectedParts(page)]
  await page.goto('/profile')
  for (const [question, answer] of [
    ['What level have you studied to?', 'Working professional'],
    ['How much programming have you done?', 'I do it for a living'],
    ['Have you worked with robots before?', 'Yes, I have'],
  ] as const) {
    await page.getByRole('button', { name: `Change: ${question}` }).click()
    await page.getByLabel(answer, { exact: true }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. Your lessons use this from now on.').waitFor()
  }
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(await articleText(page)).not.toBe(text)
  expect(await readProtectedParts(page)).toEqual(parts)
  await leave()
})

test('a beginner and an expert read different texts of the same lesson', async () => {
  const beginner = await aLearnerReading(stage)
  const professional = await aLearnerReading(stage, { answers: expert })
  expect(await articleText(beginner.page)).not.toBe(await articleText(professional.page))
  await beginner.leave()
  await professional.leave()
})

test('one section can be shown as the author wrote it', async () => {
  const { page, leave } = await aLearnerReading(stage)
  const before = await articleText(page)
  await page.getByRole('button', { name: 'Show the original' }).nth(2).click()
  await expect.poll(() => articleText(page)).not.toBe(before)
  await leave()
})

test('clearing the versions has the lesson written differently', async () => {
  const { page, leave } = await aLearnerReading(stage)
  const before = await articleText(page)
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Clear my versions' }).click()
  await page.getByRole('button', { name: 'Press again to clear them' }).click()
  await page.getByText(/^Cleared \d+ versions?\./).waitFor()
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(await articleText(page)).not.toBe(before)
  await leave()
})

test('a learner takes their data with them, and is forgotten in the browser and on the server', async () => {
  const { page, leave } = await aLearnerReading(stage)
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto('/profile')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ])
  const data = JSON.parse(await readFile(await download.path(), 'utf8')) as ExportAnswer
  expect(download.suggestedFilename()).toBe('palimpsest.json')
  expect(data).toMatchObject({ preferences: newcomer, lessons: [{ lesson_slug: 'foundations/physical-ai' }] })
  await page.getByRole('button', { name: 'Forget me' }).click()
  await page.getByRole('button', { name: 'Press again to forget everything' }).click()
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /learner|profile/.test(key))))
    .toEqual([])
  // The device forgets first, then the server.
  const readStatus = async () => (await fetch(`${stage.site.url}/api/user/${data.user.id}`)).status
  await expect.poll(readStatus).toBe(404)
  expect(addresses.filter((address) => address.includes('/api/'))).not.toEqual([])
  expect(
    addresses.filter((address) => address.includes(data.user.id)),
    'the number is in no address',
  ).toEqual([])
  await leave()
})

test.each([
  ['a phone', { width: 390, height: 700 }],
  ['a wide window', { width: 1280, height: 800 }],
])('on %s the confirmation of a saved answer stands beside the answer, in sight', async (_, viewport) => {
  const { page, leave } = await aLearnerReading(stage, { viewport })
  await page.goto('/profile')
  for (const [question, answer] of [
    ['Which language do you want to read in?', 'English'],
    ['What are you learning this for?', 'Research'],
  ] as const) {
    await page.getByRole('button', { name: `Change: ${question}` }).click()
    await page.getByLabel(answer, { exact: true }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    const row = page.locator('li').filter({ has: page.getByRole('button', { name: `Change: ${question}` }) })
    const said = row.getByRole('status')
    await said.getByText('Saved. Your lessons use this from now on.').waitFor()
    const box = await said.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
    expect(await page.getByText('Saved. Your lessons use this from now on.').count()).toBe(1)
  }
  await leave()
})

test('an answer that could not be sent says so beside it, and is sent when the network is back', async () => {
  const { page, context, leave } = await aLearnerReading(stage)
  await page.goto('/profile')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Change: Have you worked with robots before?' }).click()
  await page.getByLabel('Yes, I have', { exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.locator('li').filter({ hasText: 'Have you worked with robots before?' })
  await row.getByText('It will be sent when the server is reachable.').waitFor()
  await context.setOffline(false)
  await row.getByText('Saved. Your lessons use this from now on.').waitFor()
  const learner = await page.evaluate(() => localStorage.getItem('palimpsest.learner') ?? '')
  const stored = await fetch(`${stage.site.url}/api/user/preferences`, { headers: { 'x-user-id': learner } })
  expect(await stored.json()).toMatchObject({ robotics_background: true })
  await leave()
})

test('the questions can be answered with the keyboard alone', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/onboarding')
  for (let question = 1; question <= 6; question++) {
    await page.getByText(`Question ${question} of 6`).waitFor()
    for (let presses = 0; presses < 40; presses++) {
      const type = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type ?? '')
      if (type === 'radio' || type === 'checkbox') break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => page.evaluate(() => localStorage.getItem('palimpsest.profile'))).not.toBeNull()
  await leave()
})

test('the questions can be skipped', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto(`/onboarding?return=${encodeURIComponent(firstLesson)}`)
  await page.getByText('Not now').click()
  await page.waitForURL(`**${firstLesson}*`)
  expect(await page.evaluate(() => localStorage.getItem('palimpsest.learner'))).toBeNull()
  await leave()
})

test('the tabs are reached and chosen with the keyboard alone', async () => {
  const { page, leave } = await aLearnerReading(stage)
  await page.getByRole('tab', { name: 'Personalized' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('tab', { name: 'Original' }).getAttribute('aria-selected')).toBe('true')
  await leave()
})
