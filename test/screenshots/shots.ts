import type { Shot } from './shot.ts'
import { openState } from '../browser/lesson-state.ts'
import { lessonStates } from '../browser/lesson-states.ts'
import { openControls } from '../browser/open-controls.ts'
import { readPageWords } from '../support/page-words.ts'
import type { StateLessons } from '../support/start-states-site.ts'
import { bringIntoSight } from './bring-into-sight.ts'
import { listTransferShots } from './transfer-shots.ts'

const pages = [
  { name: 'home', path: '/', known: false },
  { name: 'questions', path: '/onboarding', known: false },
  { name: 'profile', path: '/profile', known: true },
  { name: 'guide', path: '/guide', known: false },
  { name: 'not-found', path: '/no-such-page', known: false },
]

const scenes = [
  { language: 'en', around: 'en', written: 'en' },
  { language: 'en-written-ur', around: 'en', written: 'ur' },
  { language: 'ur', around: 'ur', written: 'ur' },
] as const

/** Everything to photograph, with these lessons for the lessons' states, and a key that opens the insights. */
export async function listShots(lessons: StateLessons, insightsKey: string): Promise<Shot[]> {
  const words = { en: await readPageWords('en'), ur: await readPageWords('ur') }
  const ofPages = (['en', 'ur'] as const).flatMap((language) =>
    pages.map(({ name, path, known }): Shot => ({
      name,
      language,
      reads: known ? language : null,
      async open(page) {
        await page.goto(language === 'en' ? path : `/${language}${path}`, { waitUntil: 'networkidle' })
      },
    })),
  )
  const ofStates = [...lessonStates, ...openControls].flatMap((state) =>
    scenes
      .filter(({ written }) => (state.written ?? written) === written)
      .map(({ language, around, written }): Shot => {
        const { lesson, versions } = lessons[state.lesson ?? 'usual']
        return {
          name: `lesson-${state.name}`,
          language,
          reads: state.stranger ? null : written,
          async open(page) {
            const sign = await openState(page, state, { lesson, version: versions[written], words: words[around] })
            if (state.photographed !== 'as-it-stands') await sign.evaluate(bringIntoSight)
          },
        }
      }),
  )
  const insights = (['en', 'ur'] as const).map((language): Shot => ({
    name: 'insights',
    language,
    reads: null,
    async open(page) {
      await page.addInitScript((key) => sessionStorage.setItem('palimpsest.insights-key', key), insightsKey)
      await page.goto(language === 'en' ? '/insights' : `/${language}/insights`, { waitUntil: 'networkidle' })
    },
  }))
  const transfers = [...(await listTransferShots('en')), ...(await listTransferShots('ur'))]
  return [...ofPages, ...insights, ...transfers, ...ofStates]
}
