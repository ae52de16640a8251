import { expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { startStatesSite } from '../support/start-states-site.ts'
import { openState } from './lesson-state.ts'
import { lessonStates } from './lesson-states.ts'
import { aKnownReader, aReader, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startStatesSite)
const words = await readPageWords('en')

test.each(lessonStates)('the state $name says in words what it is, with the whole lesson there', async (state) => {
  const { lesson, tellings } = stage.site.lessons[state.lesson ?? 'usual']
  const { page, leave } = state.stranger ? await aReader(stage) : await aKnownReader(stage, { answers: newcomer })
  await openState(page, state, { lesson, telling: tellings.en, words })
  expect(await page.locator('article h2').count()).toBeGreaterThanOrEqual(lesson.sections.length - 1)
  await leave()
})

test('Try again has what trouble kept from being written told, in its place, and loses neither focus nor the rest', async () => {
  const { lesson, tellings } = stage.site.lessons.usual
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/personalize')) {
      asked.push((request.postDataJSON() as { sections: unknown }).sections)
    }
  })
  const events = scriptLesson(lesson, { telling: tellings.en, kept: 'model-unavailable', keptCount: 2 })
  await answerWith(page, events, { later: 'server' })
  await page.goto(`/lessons/${lesson.slug}?view=personalized`)
  await lessonDone(page)
  const status = page.getByText('2 sections could not be written just now.')
  await status.getByRole('button', { name: 'Try again' }).click()
  await status.waitFor({ state: 'detached' })
  await lessonDone(page)
  const last = lesson.sections.slice(-2).map(({ id }) => id)
  expect(asked).toEqual([last])
  expect(await page.getByText('Kept as the author wrote it: the writer could not').count()).toBe(0)
  for (const id of last) {
    expect(await page.locator(`[data-section="${id}"]`).getAttribute('data-phase')).toBe('rewritten')
  }
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tabpanel')
  await leave()
})
