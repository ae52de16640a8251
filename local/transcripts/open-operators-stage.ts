import { createDatabase, publishLessons } from '../../lib/db/index.ts'
import { parseLesson } from '../../lib/lesson/index.ts'
import { findPrice } from '../../lib/quota/index.ts'
import { sitePaths } from '../build-site.ts'
import { readEnvironment, setEnvironment } from '../environment.ts'
import { readManifest } from '../read-manifest.ts'
import { openStage } from './open-stage.ts'

/** The demo writer's tokens are priced as this model's. */
const pricedAs = 'gpt-5-mini'

const newcomer = {
  education_level: 'undergraduate',
  programming_experience: 'beginner',
  robotics_background: false,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
  preferred_language: 'en',
}
/** Three learners with one profile, and one with another. */
const learners = [newcomer, newcomer, newcomer, { ...newcomer, robotics_background: true }]
const lessonsRead = ['foundations/physical-ai', 'foundations/sensors']

/**
 * As `openStage`, after a while of use: learners have read, and since then an author has changed a lesson, so that the last build
 * is not what is published. Returns the origin of the site.
 */
export async function openOperatorsStage(onOpened: (close: () => Promise<void>) => void): Promise<string> {
  const origin = await openStage(onOpened)
  const { input, cachedInput, output } = findPrice(pricedAs, undefined) ?? {}
  setEnvironment({ OPENAI_PRICE: `${input}/${cachedInput}/${output}` })
  await publishEarlierVersion()
  for (const answers of learners) await readLessons(origin, answers)
  return origin
}

/** What was published before: one lesson without its last section's end, and with another sentence in its first. */
async function publishEarlierVersion(): Promise<void> {
  const { DATABASE_URL: connectionString = '', NEON_FETCH_ENDPOINT: fetchEndpoint } = readEnvironment()
  const { lessons } = await readManifest(sitePaths.manifest)
  const today = lessons.find(({ slug }) => slug === lessonsRead[1])
  if (!today) throw new Error(`The site has no lesson "${lessonsRead[1]}"`)
  const { slug, language, glossary, tags, title, description } = today
  const [first, ...others] = today.sections.slice(0, -1)
  const source = [`${first?.source} An earlier word of the author's.`, ...others.map((section) => section.source)]
  const file = `---\n${JSON.stringify({ title, description, tags })}\n---\n\n${source.join('\n\n')}\n`
  const lesson = await parseLesson({ slug, file, language, glossary })
  await publishLessons({ db: createDatabase({ connectionString, fetchEndpoint }) }, { version: 1, lessons: [lesson] })
}

async function readLessons(origin: string, answers: typeof newcomer): Promise<void> {
  const user_id = crypto.randomUUID()
  const post = async (path: string, body: unknown): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-user-id': user_id }
    const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`)
    await response.text()
  }
  await post('/api/user/create', { user_id })
  await post('/api/onboarding', { user_id, ...answers })
  for (const lesson_slug of lessonsRead) await post('/api/personalize', { lesson_slug })
}
