import type { Page } from 'playwright-core'
import { giveVoices } from '../support/give-voices.ts'
import { stream, type LessonState, type Scene } from './lesson-state.ts'
import { lessonDone } from './support.ts'

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

async function openMargin(page: Page, { words }: Scene): Promise<void> {
  await lessonDone(page)
  const mark = page.getByRole('button', { name: words.say('palimpsest.section.adjust') }).nth(1)
  await mark.scrollIntoViewIfNeeded()
  await mark.click()
}

const openAndPress = (id: string) => async (page: Page, scene: Scene) => {
  await openMargin(page, scene)
  await press(page, scene.words.say(id))
}

async function openAndRate(page: Page, scene: Scene, thumb: 'up' | 'down'): Promise<void> {
  await page.route('**/api/feedback', (route) =>
    route.fulfill({ json: { reason: null, ...(route.request().postDataJSON() as object) } }),
  )
  await openAndPress(`palimpsest.rating.${thumb}`)(page, scene)
}

async function rewriteSimpler(page: Page, scene: Scene): Promise<void> {
  await openMargin(page, scene)
  await page.getByRole('radio', { name: scene.words.say('palimpsest.level.simpler') }).click()
}

async function openCard(page: Page): Promise<void> {
  await lessonDone(page)
  await page.locator('[data-section] [data-term][tabindex="0"]').filter({ visible: true }).first().focus()
  await page.getByRole('tooltip').waitFor()
}

async function listen(page: Page, { words }: Scene): Promise<void> {
  // Before that, the button comes and goes with the language of the text.
  await lessonDone(page)
  const button = page.getByRole('button', { name: words.say('palimpsest.listen.start') }).nth(1)
  await button.focus()
  await page.keyboard.press('Enter')
}

/** Everything that a reader can open or start on a lesson's page, opened: states like the others. */
export const openControls: readonly LessonState[] = [
  { name: 'why', sign: ['palimpsest.difference.label'], prepare: stream(), act: openMargin },
  {
    name: 'what-changed',
    sign: ['palimpsest.changes.count'],
    written: 'en',
    prepare: stream(),
    act: openAndPress('palimpsest.changes.show'),
  },
  {
    name: 'section-original',
    sign: ['palimpsest.section.show-version'],
    prepare: stream(),
    async act(page, { words }) {
      await lessonDone(page)
      await page
        .getByRole('button', { name: words.say('palimpsest.section.show-original') })
        .nth(1)
        .click()
    },
  },
  {
    name: 'rated',
    sign: ['palimpsest.rating.thanks'],
    prepare: stream(),
    act: (page, scene) => openAndRate(page, scene, 'up'),
  },
  {
    name: 'reasons',
    sign: ['palimpsest.rating.too-hard'],
    prepare: stream(),
    act: (page, scene) => openAndRate(page, scene, 'down'),
  },
  {
    name: 'rewriting',
    sign: ['palimpsest.rewrite.coming'],
    prepare: stream({}, { later: 'silence' }),
    act: rewriteSimpler,
  },
  {
    name: 'rewriting-failed',
    sign: ['palimpsest.rewrite.failed'],
    prepare: stream({}, { later: 'refusal' }),
    act: rewriteSimpler,
  },
  {
    name: 'reading-menu',
    sign: ['palimpsest.reading.size'],
    prepare: stream(),
    async act(page, { words }) {
      await lessonDone(page)
      await press(page, words.say('palimpsest.reading.label'))
    },
  },
  {
    name: 'term-card',
    sign: ['palimpsest.sum.rewritten'],
    photographed: 'as-it-stands',
    prepare: stream(),
    act: openCard,
  },
  {
    name: 'listening',
    sign: ['palimpsest.listen.reading'],
    async prepare(page, scene) {
      await page.addInitScript(giveVoices, ['en', 'ur'])
      await stream()(page, scene)
    },
    act: listen,
  },
]
