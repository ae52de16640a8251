import { expect, test } from 'vitest'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { startStatesSite } from '../support/start-states-site.ts'
import { lessonStates, openState } from './lesson-states.ts'
import { aKnownReader, aReader, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startStatesSite)

test.each(lessonStates)('the state $name says in words what it is, with the whole lesson there', async (state) => {
  const lesson = stage.site.lessons[state.lesson ?? 'usual']
  const { page, leave } = state.known ? await aKnownReader(stage, { answers: newcomer }) : await aReader(stage)
  await openState(page, state, lesson)
  expect(await page.locator('article h2').count()).toBeGreaterThanOrEqual(lesson.sections.length - 1)
  await leave()
})

test('Try again has what trouble kept from being written told, in its place, and loses neither focus nor the rest', async () => {
  const lesson = stage.site.lessons.usual
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/personalize')) {
      asked.push((request.postDataJSON() as { sections: unknown }).sections)
    }
  })
  await answerWith(page, scriptLesson(lesson, { kept: 'model-unavailable', keptCount: 2 }), { later: 'server' })
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
