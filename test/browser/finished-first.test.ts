import type { Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { startLine } from '../support/start-line.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, expert, firstLesson, lessonDone, lessonText, newcomer } from './support.ts'
import { useSite } from './use-site.ts'
import { waitPatiently } from './wait-patiently.ts'

const stage = useSite(startSite)

const secondLesson = '/lessons/foundations/sensors'
/** Shares every section with `expert`, and no opening note. */
const likeTheExpert: Answers = { ...expert, learning_goals: ['teaching'] }

/** After so long a page gives up a finished version, and asks for the lesson (`answerMillisecondsMax` of its code). */
const answerMillisecondsMax = 1_000

/** Someone reads these lessons to their ends. */
async function read(answers: Answers, ...lessons: string[]): Promise<void> {
  const { page, leave } = await aKnownReader(stage, { answers })
  for (const lesson of lessons) {
    await page.goto(`${lesson}?view=personalized`)
    await lessonDone(page)
  }
  await leave()
}

/** A reader behind a line of their own, who has the first lesson before them, to its end. */
async function aReaderOfTheFirst(answers: Answers) {
  const line = await startLine(stage.site.url)
  const reader = await aKnownReader(stage, { answers, baseURL: line.url })
  await reader.page.addInitScript(waitPatiently, answerMillisecondsMax)
  const lessonsAsked: object[] = []
  reader.page.on('request', (request: Request) => {
    if (new URL(request.url()).pathname === '/api/personalize') lessonsAsked.push(request.postDataJSON() as object)
  })
  const consoleErrors: string[] = []
  reader.page.on('console', (message) => void (message.type() === 'error' && consoleErrors.push(message.text())))
  await reader.page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(reader.page)
  const leave = async () => {
    await reader.leave()
    await line.close()
  }
  return { ...reader, line, lessonsAsked, consoleErrors, leave }
}

const goOn = async (page: Page): Promise<void> => {
  await page.locator('.pagination-nav__link--next').click()
  await page.waitForURL((url) => url.pathname === secondLesson)
  await page.locator('h1', { hasText: 'Sensors' }).waitFor()
}
const textsHere = (page: Page): Promise<number> => page.locator('[data-section][data-phase="rewritten"]').count()

test('what another reader has finished comes ahead of time and without a model; a click shows it at once, the note follows', async () => {
  await read(expert, firstLesson, secondLesson)
  const { page, line, lessonsAsked, leave } = await aReaderOfTheFirst(likeTheExpert)
  const calls = stage.site.writer.requests.length
  await expect.poll(() => line.calls()).toEqual(['lesson', 'version'])
  expect(stage.site.writer.requests).toHaveLength(calls)
  await page.waitForLoadState('networkidle')

  const release = line.holdLessons()
  await goOn(page)
  await expect.poll(() => textsHere(page)).toBeGreaterThan(3)
  await expect.poll(() => line.calls().slice(2)).toEqual(['lesson'])
  release()
  await lessonDone(page)
  expect(lessonsAsked).toMatchObject([
    { lesson_slug: 'foundations/physical-ai' },
    { lesson_slug: 'foundations/sensors', sections: ['for-you'], version: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  expect(stage.site.writer.requests.slice(calls).map(({ section }) => section)).toHaveLength(1)
  await leave()
})

test('a reader for whom nobody has read the next lesson has it written at once, without asking for what is not there', async () => {
  const { page, line, lessonsAsked, consoleErrors, leave } = await aReaderOfTheFirst(newcomer)
  await expect.poll(() => line.calls()).toEqual(['lesson', 'version'])
  await page.waitForLoadState('networkidle')
  await goOn(page)
  await lessonDone(page)
  expect(line.calls().slice(0, 3)).toEqual(['lesson', 'version', 'lesson'])
  expect(lessonsAsked[1]).not.toHaveProperty('sections')
  expect(consoleErrors).toEqual([])
  await leave()
})

test('answers that were changed have the version of the new answers asked for', async () => {
  await read({ ...expert, education_level: 'high_school' }, firstLesson)
  const { page, line, lessonsAsked, leave } = await aReaderOfTheFirst(expert)
  const text = await lessonText(page)
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Change: What level have you studied to?' }).click()
  await page.getByLabel('High school', { exact: true }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. Your lessons use this from now on.').waitFor()
  const { length: before } = line.calls()
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(line.calls().slice(before, before + 2)).toEqual(['version', 'lesson'])
  expect(lessonsAsked.at(-1)).toMatchObject({ sections: ['for-you'] })
  expect(await lessonText(page)).not.toBe(text)
  await leave()
})

test('a device that knows an older model has the whole lesson asked for once, and asks by the new key from then on', async () => {
  const third = '/lessons/foundations/actuators'
  await read(expert, secondLesson, third)
  const { page, lessonsAsked, leave } = await aReaderOfTheFirst(likeTheExpert)
  const older = JSON.stringify({ recipe: 'p1/older-model', variant: 0 })
  await page.evaluate((start) => localStorage.setItem('palimpsest.rewrites', start), older)
  for (const lesson of [secondLesson, third]) {
    await page.goto(`${lesson}?view=personalized`)
    await lessonDone(page)
  }
  expect(lessonsAsked.slice(1).map((body) => Object.keys(body).includes('version'))).toEqual([false, true])
  await leave()
})

test('lessons that are to be written differently are asked for as a whole, not by the key of the text before', async () => {
  const { page, line, lessonsAsked, leave } = await aReaderOfTheFirst(likeTheExpert)
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Clear my versions' }).click()
  await page.getByRole('button', { name: 'Press again to clear them' }).click()
  await page.getByText('Cleared 1 version.').waitFor()
  const { length: before } = line.calls()
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  expect(line.calls()[before]).toBe('lesson')
  expect(lessonsAsked.at(-1)).not.toHaveProperty('sections')
  await leave()
})
