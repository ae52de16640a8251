import { describe, expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { startStatesSite } from '../support/start-states-site.ts'
import { findViolations } from './find-violations.ts'
import { openState, type LessonState, type Scene } from './lesson-state.ts'
import { lessonStates } from './lesson-states.ts'
import { openControls } from './open-controls.ts'
import { aKnownReader, aReader, firstLesson, newcomer, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startStatesSite)
const words = { en: await readPageWords('en'), ur: await readPageWords('ur') }

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** Two looks at one page that together have both colour schemes and both widths. */
const looks = {
  'light and wide, dark and narrow': [
    { colorScheme: 'light', viewport: wide },
    { colorScheme: 'dark', viewport: narrow },
  ],
  'dark and wide, light and narrow': [
    { colorScheme: 'dark', viewport: wide },
    { colorScheme: 'light', viewport: narrow },
  ],
} as const

async function findInLooks({ page }: Reader, name: keyof typeof looks): Promise<string[]> {
  const found: string[] = []
  for (const { colorScheme, viewport } of looks[name]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    found.push(...(await findViolations(page)).map((violation) => `${colorScheme} ${viewport.width}: ${violation}`))
  }
  return found
}

const [lightWide, darkWide] = ['light and wide, dark and narrow', 'dark and wide, light and narrow'] as const
const pages = [
  '/',
  '/onboarding',
  '/profile',
  '/guide',
  '/no-such-page',
  firstLesson,
  '/lessons/foundations/frames-and-kinematics',
]

describe.each(['', '/ur'])('of the site under "%s"', (home) => {
  test.each(pages)(
    'the page %s has no violation of WCAG 2.2 AA, in either colour scheme, wide or narrow',
    async (path) => {
      const reader = await aReader(stage)
      await reader.page.goto(home + path, { waitUntil: 'networkidle' })
      for (const name of [lightWide, darkWide]) expect(await findInLooks(reader, name)).toEqual([])
      await reader.leave()
    },
  )
})

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

  test.each(states)('the state $name has no violation of WCAG 2.2 AA', async (state) => {
    const { lesson, tellings } = stage.site.lessons[state.lesson ?? 'usual']
    const scene = { lesson, telling: tellings[told], words: words[around] }
    const reader = await aReaderOf(state, scene)
    await openState(reader.page, state, scene)
    expect(await findInLooks(reader, looked)).toEqual([])
    await reader.leave()
  })
})
