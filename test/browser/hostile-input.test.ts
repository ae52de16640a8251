import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import type { WireEvent } from '../../lib/contract/wire-events.ts'
import { setEnvironment } from '../../local/environment.ts'
import { goodStream } from '../support/chat-chunks.ts'
import { startHostileModel } from '../support/hostile-model.ts'
import { naughtyStrings, polyglots, scriptTexts } from '../support/hostile-texts.ts'
import { findForeignMarkup, readMarkup, type Markup } from '../support/read-markup.ts'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { projectRoot, startSite } from '../support/start-site.ts'
import { watchHarm, type HarmWatch } from '../support/watch-harm.ts'
import { aKnownReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

interface WatchedPage {
  readonly page: Page
  readonly harm: HarmWatch
  leave(): Promise<void>
}

/** A reader who has answered the questions, whose browser is watched. */
async function aWatchedReader(): Promise<WatchedPage> {
  const { page, context } = await aKnownReader(stage, { answers: newcomer })
  const harm = await watchHarm(context, stage.site.url)
  return { page, harm, leave: () => context.close() }
}

const last = 'This is the last block.'

/** The events of a lesson in which each section is written in these blocks; the server checks none of them here. */
function tellInBlocks(lesson: Lesson, blocks: readonly string[], heading?: string): WireEvent[] {
  const count = lesson.sections.length
  const place = new Map(lesson.sections.map(({ id }, index) => [id, index]))
  const sections = new Map(lesson.sections.map(({ id }) => [id, { markdown: '', ...(heading ? { heading } : {}) }]))
  return scriptLesson(lesson, { version: { language: 'en', sections } }).flatMap((event): WireEvent[] => {
    if (event.event !== 'section-end') return [event]
    const { markdown: _, ...end } = event.data
    const mine = blocks.filter((_text, index) => index % count === (place.get(end.section) ?? 0))
    return [
      ...[...mine, last].map((markdown, index): WireEvent => ({
        event: 'section-block',
        data: { section: end.section, index, markdown },
      })),
      { event: 'section-end', data: end },
    ]
  })
}

async function theFirstLesson(): Promise<Lesson> {
  const lesson = (await readSiteLessons()).find(({ slug }) => firstLesson.endsWith(slug))
  if (!lesson) throw new Error('The site has no first lesson')
  return lesson
}

/** Everything that the pages keep in localStorage, by name. */
async function storageNames(): Promise<string[]> {
  const text = await readFile(path.join(projectRoot, 'site/plugins/palimpsest/client/storage/storage-keys.ts'), 'utf8')
  return [...text.matchAll(/'(palimpsest\.[^']+)'/g)].map(([, name = '']) => name)
}

const readPanel = (page: Page): Promise<Markup> => page.getByRole('tabpanel').first().evaluate(readMarkup)

/** Opens the first lesson with these events, to its end; gives what its view is made of. */
async function openWith(page: Page, events: readonly WireEvent[], view = 'personalized'): Promise<Markup> {
  await answerWith(page, events)
  await page.goto(`${firstLesson}?view=${view}`)
  await lessonDone(page)
  return readPanel(page)
}

/** What the author's own page is made of, and the same lesson where it is written in harmless words. */
async function readHarmless(open: (page: Page) => Promise<Markup>): Promise<Markup> {
  const { page, leave } = await aWatchedReader()
  await page.goto(`${firstLesson}?view=original`)
  const original = await readPanel(page)
  const rewritten = await open(page)
  await leave()
  return {
    kinds: [...original.kinds, ...rewritten.kinds],
    addresses: [...original.addresses, ...rewritten.addresses],
    styles: [...original.styles, ...rewritten.styles],
  }
}

test('what runs, is fetched or breaks out would be seen', async () => {
  const { page, harm, leave } = await aWatchedReader()
  await page.goto(firstLesson)
  const before = await readPanel(page)
  await page
    .getByRole('tabpanel')
    .first()
    .evaluate((panel) => {
      panel.insertAdjacentHTML(
        'beforeend',
        '<img src=http://127.0.0.1:9/beacon onerror=alert(1)><a href="javascript:0">x</a>',
      )
      setTimeout(() => alert('ran'))
    })
  await expect
    .poll(() => harm().map((what) => what.split(':')[0]))
    .toEqual(expect.arrayContaining(['ran', 'stopped by policy']))
  expect(findForeignMarkup(await readPanel(page), before)).toEqual(
    expect.arrayContaining(['kinds: img@onerror', 'addresses: javascript:0', 'addresses: http://127.0.0.1:9/beacon']),
  )
  await leave()
})

test.each(['personalized', 'side-by-side'])(
  'no text of a model or a lesson’s row runs, fetches or breaks out in the page, even unchecked: %s',
  async (view) => {
    const lesson = await theFirstLesson()
    // Enough of them that the note has its button, too.
    const calm = tellInBlocks(lesson, ['Plain words. '.repeat(200)], 'A heading')
    const harmless = await readHarmless((page) => openWith(page, calm, view))
    const hostile = await aWatchedReader()
    const found = await openWith(
      hostile.page,
      tellInBlocks(lesson, [...scriptTexts, ...naughtyStrings], polyglots[0]),
      view,
    )
    expect(await hostile.page.getByText(last).count()).toBeGreaterThanOrEqual(lesson.sections.length)
    expect(findForeignMarkup(found, harmless)).toEqual([])
    expect(hostile.harm()).toEqual([])
    await hostile.leave()
  },
)

test('no text of a model gets past the verifier to run, fetch or break out in the page', async () => {
  const model = await startHostileModel()
  const texts = [...scriptTexts.slice(-46), ...scriptTexts.slice(0, 26)]
  let calls = 0
  const rewrite = async (page: Page, name: string, textOf: () => string): Promise<Markup> => {
    model.follow((text) => ({ body: goodStream(`${text}\n\n${textOf()}`) }))
    setEnvironment({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: name })
    await page.goto(`${firstLesson}?view=personalized`)
    await lessonDone(page)
    return readPanel(page)
  }
  const harmless = await readHarmless((page) => rewrite(page, 'harmless', () => 'This is all for now.'))
  for (let round = 0; calls < texts.length; round++) {
    const { page, harm, leave } = await aWatchedReader()
    const found = await rewrite(page, `hostile-${round}`, () => texts[calls++ % texts.length] ?? '')
    expect(findForeignMarkup(found, harmless)).toEqual([])
    expect(harm()).toEqual([])
    await leave()
  }
  setEnvironment({ OPENAI_BASE_URL: stage.site.writer.baseUrl, OPENAI_MODEL: 'demo-writer' })
  await model.close()
})

test('no query or hash of an address runs, fetches or breaks out, and none is needed to read', async () => {
  const { page, harm, leave } = await aWatchedReader()
  for (const place of [firstLesson, '/onboarding', '/profile']) {
    // What the page fetches for itself is there before it is compared.
    await page.goto(place, { waitUntil: 'networkidle' })
    await page.locator('main').first().waitFor()
    const readAll = (): Promise<Markup> => page.locator('body').evaluate(readMarkup)
    const harmless = await readAll()
    await page.evaluate((texts) => {
      for (const text of texts) {
        const named = ['view', 'return', 'q'].map((name) => `${name}=${encodeURIComponent(text)}`).join('&')
        history.pushState(null, '', `?${named}#${encodeURIComponent(text)}`)
        window.dispatchEvent(new PopStateEvent('popstate'))
        location.hash = text
      }
    }, scriptTexts)
    const kinds = ({ kinds: found }: Markup): Markup => ({ kinds: found, addresses: [], styles: [] })
    expect(findForeignMarkup(kinds(await readAll()), kinds(harmless)), place).toEqual([])
  }
  expect(harm()).toEqual([])
  await leave()
})

test.each(polyglots)(
  '%s runs, fetches and breaks out nowhere: in paths, storage and the server’s words',
  async (text) => {
    const { page, harm, leave } = await aWatchedReader()
    const quoted = encodeURIComponent(text)
    for (const place of [
      `/${quoted}`,
      `/lessons/${quoted}`,
      `/ur/${quoted}?return=${quoted}`,
      `/onboarding?return=${quoted}#${quoted}`,
    ])
      await page.goto(place)
    expect(new URL(page.url()).origin).toBe(stage.site.url)

    const shapes = [
      text,
      JSON.stringify(text),
      JSON.stringify({ [text]: text }),
      JSON.stringify({ answers: { preferred_language: text }, sent: text }),
    ]
    for (const value of shapes) {
      await page.evaluate(([keys, kept]) => keys.forEach((key) => localStorage.setItem(key, kept)), [
        await storageNames(),
        value,
      ] as const)
      for (const place of [firstLesson, '/profile']) {
        await page.goto(place)
        await page.locator('h1').first().waitFor()
      }
    }
    await page.evaluate(() => localStorage.clear())
    await leave()

    const refused = await aWatchedReader()
    await refused.page.route('**/api/**', (route) =>
      route.fulfill({
        status: 500,
        json: { error: text, message: text, detail: { fields: [{ field: text, message: text }] }, request_id: text },
      }),
    )
    await refused.page.goto(`${firstLesson}?view=personalized`)
    await refused.page.getByRole('button', { name: 'Try again' }).first().waitFor()
    expect([...harm(), ...refused.harm()]).toEqual([])
    await refused.leave()
  },
)
