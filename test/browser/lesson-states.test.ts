import { describe, expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { startStatesSite } from '../support/start-states-site.ts'
import { darkWide, findInLooks, lightWide } from './find-in-looks.ts'
import { openState, type LessonState, type Scene } from './lesson-state.ts'
import { lessonStates } from './lesson-states.ts'
import { openControls } from './open-controls.ts'
import { aKnownReader, aReader, lessonDone, newcomer, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startStatesSite)
const words = { en: await readPageWords('en'), ur: await readPageWords('ur') }

/** A page of each language, and an English one whose lesson is told in Urdu. Together they look at every state in every way. */
const scenes = [
  { around: 'en', told: 'en', looked: lightWide },
  { around: 'en', told: 'ur', looked: darkWide },
  { around: 'ur', told: 'ur', looked: lightWide },
] as const

function aReaderOf(state: LessonState, { telling }: Scene): Promise<Reader> {
  const answers = { ...newcomer, preferred_language: telling.language }
  // From the first paint on: a text that is still fading in has no contrast yet.
  const options = { reducedMotion: 'reduce' } as const
  return state.stranger ? aReader(stage, options) : aKnownReader(stage, { answers, ...options })
}

describe.each(scenes)('told in "$told" on a page in "$around", $looked', ({ around, told, looked }) => {
  const states = [...lessonStates, ...openControls].filter((state) => (state.told ?? told) === told)

  test.each(states)(
    'the state $name says in words what it is, with the whole lesson there, and has no violation of WCAG 2.2 AA',
    async (state) => {
      const { lesson, tellings } = stage.site.lessons[state.lesson ?? 'usual']
      const scene = { lesson, telling: tellings[told], words: words[around] }
      const { page, leave } = await aReaderOf(state, scene)
      await openState(page, state, scene)
      expect(await page.locator('article h2').count()).toBeGreaterThanOrEqual(lesson.sections.length - 1)
      expect(await findInLooks(page, looked)).toEqual([])
      await leave()
    },
  )
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
