import { describe, expect, test } from 'vitest'
import { setEnvironment } from '../../local/environment.ts'
import { goodStream } from '../support/chat-chunks.ts'
import { startHostileModel } from '../support/hostile-model.ts'
import { readPageWords } from '../support/page-words.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { startStatesSite } from '../support/start-states-site.ts'
import { darkWide, findInLooks, lightWide } from './find-in-looks.ts'
import { openState, type LessonState, type Scene } from './lesson-state.ts'
import { lessonStates } from './lesson-states.ts'
import { openControls } from './open-controls.ts'
import { readShown } from './read-shown.ts'
import { aKnownReader, aReader, lessonDone, newcomer, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startStatesSite)
const words = { en: await readPageWords('en'), ur: await readPageWords('ur') }

/** A page of each language, and an English one whose lesson is written in Urdu. Together they look at every state in every way. */
const scenes = [
  { around: 'en', written: 'en', looked: lightWide },
  { around: 'en', written: 'ur', looked: darkWide },
  { around: 'ur', written: 'ur', looked: lightWide },
] as const

/** What stands for a part in a masked text, as a model or as the page sees it. */
const placeholder = /\[\[slot|\(link:|[\p{Co}\uFDD0-\uFDEF]/u

function aReaderOf(state: LessonState, { version }: Scene): Promise<Reader> {
  const answers = { ...newcomer, preferred_language: version.language }
  // From the first paint on: a text that is still fading in has no contrast yet.
  const options = { reducedMotion: 'reduce' } as const
  return state.stranger ? aReader(stage, options) : aKnownReader(stage, { answers, ...options })
}

describe.each(scenes)('written in "$written" on a page in "$around", $looked', ({ around, written, looked }) => {
  const states = [...lessonStates, ...openControls].filter((state) => (state.written ?? written) === written)

  test.each(states)(
    'the state $name says in words what it is, with the whole lesson there, and has no violation of WCAG 2.2 AA',
    async (state) => {
      const { lesson, versions } = stage.site.lessons[state.lesson ?? 'usual']
      const scene = { lesson, version: versions[written], words: words[around] }
      const { page, leave } = await aReaderOf(state, scene)
      await openState(page, state, scene)
      expect(await page.locator('article h2').count()).toBeGreaterThanOrEqual(lesson.sections.length - 1)
      expect(await findInLooks(page, looked)).toEqual([])
      expect(await page.locator('body').innerText()).not.toMatch(placeholder)
      await leave()
    },
  )
})

test('Try again has what an error left unwritten rewritten, in its place, and loses neither focus nor the rest', async () => {
  const { lesson, versions } = stage.site.lessons.usual
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/personalize')) {
      asked.push((request.postDataJSON() as { sections: unknown }).sections)
    }
  })
  const events = scriptLesson(lesson, { version: versions.en, originalReason: 'model-unavailable', originalCount: 2 })
  await answerWith(page, events, { later: 'server' })
  await page.goto(`/lessons/${lesson.slug}?view=personalized`)
  await lessonDone(page)
  const status = page.getByText('2 sections could not be written right now.')
  await status.getByRole('button', { name: 'Try again' }).click()
  await status.waitFor({ state: 'detached' })
  await lessonDone(page)
  const last = lesson.sections.slice(-2).map(({ id }) => id)
  expect(asked).toEqual([last])
  expect(await page.getByText('This section shows the original: the model could not').count()).toBe(0)
  for (const id of last) {
    expect(await page.locator(`[data-section="${id}"]`).getAttribute('data-phase')).toBe('rewritten')
  }
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tabpanel')
  await leave()
})

describe('a lesson with every construct', () => {
  const slug = 'foundations/constructs'

  /** A model that hands the author's own text back, word for word. */
  async function withIdentity(run: () => Promise<void>): Promise<void> {
    const model = await startHostileModel()
    model.follow((text) => ({ body: goodStream(text.replace('This is the part that you asked for.\n\n', '')) }))
    setEnvironment({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'identity' })
    await run()
    setEnvironment({ OPENAI_BASE_URL: stage.site.writer.baseUrl, OPENAI_MODEL: 'demo-writer' })
    await model.close()
  }

  test('is accepted as its author wrote it, and shown as the original shows it', async () => {
    await withIdentity(async () => {
      const { page, leave } = await aKnownReader(stage, { answers: newcomer })
      await page.goto(`/lessons/${slug}?view=original`)
      const original = await readShown(page)
      await page.goto(`/lessons/${slug}?view=personalized`)
      await lessonDone(page)
      const phases = await page
        .locator('[data-section]')
        .evaluateAll((sections) => sections.map((section) => section.getAttribute('data-phase')))
      expect([...new Set(phases)]).toEqual(['rewritten'])
      expect(await readShown(page)).toEqual(original)
      expect(await page.locator('body').innerText()).not.toMatch(placeholder)
      expect(await page.locator('#wiring-note').count()).toBe(1)
      await page.getByRole('link', { name: 'the note' }).click()
      expect(await page.locator('#wiring-note').evaluate((note) => note.matches(':target'))).toBe(true)
      const titles = page.locator('[data-section="rich-titles"]')
      await titles.getByRole('button', { name: 'Adjust this section' }).click()
      await titles.getByRole('button', { name: 'Show what changed' }).click()
      await titles.getByText('No words changed.').waitFor()
      expect(await page.locator('body').innerText()).not.toMatch(placeholder)
      await page.goto(`/lessons/${slug}?view=side-by-side`)
      await lessonDone(page)
      expect(await page.locator('body').innerText()).not.toMatch(placeholder)
      expect(await page.locator('#wiring-note').count()).toBe(1)
      await leave()
    })
  })

  test('has its headings’ code, stress and links in a translation, and those that cannot be translated as written', async () => {
    const lesson = stage.site.constructs
    const rewritten = (heading: string) => ({ markdown: urduWords, heading })
    const sections = new Map([
      ['rocket-start-here', rewritten(':rocket: **یہاں** سے `a`')],
      ['~1', rewritten('✅ اچھا')],
      ['run-open-case-with-the-first-lesson', rewritten('[*پہلے* سبق](link:1) کے ساتھ `open case` چلائیں')],
      ['5-screws-are-short', rewritten('1. پانچ پیچ چھوٹے ہیں')],
    ])
    const { page, leave } = await aKnownReader(stage, { answers: { ...newcomer, preferred_language: 'ur' } })
    await answerWith(page, scriptLesson(lesson, { version: { language: 'ur', sections } }))
    await page.goto(`/lessons/${slug}?view=original`)
    const before = await readShown(page)
    await page.goto(`/lessons/${slug}?view=personalized`)
    await lessonDone(page)
    const { headings = '' } = await readShown(page)
    const target = /href="([^"]*physical-ai)"/.exec(before['headings'] ?? '')?.[1]
    expect(headings.split('\n')).toEqual(
      expect.arrayContaining([
        '<h2 id="rocket-start-here">🚀 <strong>یہاں</strong> سے <code>a</code></h2>',
        '<h2>✅ اچھا</h2>',
        `<h2 id="run-open-case-with-the-first-lesson"><a href="${target}"><em>پہلے</em> سبق</a> کے ساتھ <code>open case</code> چلائیں</h2>`,
        '<h2 id="5-screws-are-short">1. پانچ پیچ چھوٹے ہیں</h2>',
        '<h2 id="the-x-axis-and-f5">The $x$ axis and <kbd>F5</kbd></h2>',
      ]),
    )
    expect(await page.locator('body').innerText()).not.toMatch(placeholder)
    await leave()
  })
})

const urduWords = 'یہ روبوٹ اپنے سینسر پڑھتا ہے، فیصلہ کرتا ہے، پھر حرکت کرتا ہے۔'
