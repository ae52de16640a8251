import type { Answers, Rating } from '../../lib/profile/index.ts'
import type { Lesson } from '../../lib/lesson/index.ts'
import type { Random } from '../../test/support/random.ts'
import { usualAnswers } from '../testbed/create-reader.ts'
import type { Answer, Caller } from './call-servers.ts'

/** What a learner was confirmed; the database must have it at the end. */
export interface Acknowledged {
  readonly id: string
  answers: Answers
  readonly feedback: Map<string, Rating>
  erased: boolean
  /** Requests for lessons that were counted: answered, or refused for want of tokens alone. */
  counted: number
  /** Requests that were refused because the learner had had as many as a day allows. */
  refused: number
  /** Sections by how they came. */
  readonly sections: Record<'rewrite' | 'original', number>
}

export interface SimulatedLearner {
  readonly known: Acknowledged
  /** Does one thing that learners do, and waits for its answer. */
  readonly act: () => Promise<void>
  readonly readLesson: () => Promise<void>
}

interface World {
  readonly call: Caller['call']
  readonly lessons: readonly Lesson[]
  readonly random: Random
}

interface Life extends World {
  readonly known: Acknowledged
  /** Keys of the rewrites that were read. */
  readonly keys: Set<string>
  /** Of the last lesson that was read. */
  version: string
}

const levels = ['none', 'beginner', 'intermediate', 'advanced'] as const
const educations = ['high_school', 'undergraduate', 'graduate', 'professional'] as const

/** What learners do, and how often. */
const shares: readonly (readonly [share: number, act: (life: Life) => Promise<unknown>])[] = [
  [48, readLesson],
  [15, readVersion],
  [10, rate],
  [8, changeAnswers],
  [8, ({ call, known }) => call({ name: 'answers', method: 'GET', path: '/api/user/preferences', learner: known.id })],
  [5, ({ call, known }) => call({ name: 'export', method: 'GET', path: '/api/user/me/export', learner: known.id })],
  [2, takeBack],
  [
    1,
    ({ call, known }) =>
      call({ name: 'rewrite anew', method: 'DELETE', path: '/api/personalize/cache', learner: known.id }),
  ],
  [3, erase],
]
const acts = shares.flatMap(([share, act]) => Array.from({ length: share }, () => act))

/** Creates a learner on the servers, with answers. */
export async function simulateLearner({ call, lessons, random }: World): Promise<SimulatedLearner> {
  const known: Acknowledged = {
    id: crypto.randomUUID(),
    answers: { ...usualAnswers, education_level: random.pick(educations) },
    feedback: new Map(),
    erased: false,
    counted: 0,
    refused: 0,
    sections: { rewrite: 0, original: 0 },
  }
  const life: Life = { call, lessons, random, known, keys: new Set(), version: '' }
  const { id: user_id, answers } = known
  await call({ name: 'create', method: 'POST', path: '/api/user/create', body: { user_id } })
  await call({ name: 'onboarding', method: 'POST', path: '/api/onboarding', body: { user_id, ...answers } })
  return {
    known,
    act: async () => void (await random.pick(acts)(life)),
    readLesson: () => readLesson(life),
  }
}

async function readLesson(life: Life): Promise<void> {
  const { call, lessons, random, known } = life
  const { slug: lesson_slug } = random.below(10) < 7 ? (lessons[0] as Lesson) : random.pick(lessons)
  const body = { lesson_slug, level: random.below(8) === 0 ? random.pick(['simpler', 'deeper']) : 'as-is' }
  const lesson = { method: 'POST', path: '/api/personalize', learner: known.id, body, wanted: [200, 429] } as const
  const asEvents = random.below(2) === 0
  remember(
    life,
    await call(asEvents ? { ...lesson, name: 'lesson, events', events: true } : { ...lesson, name: 'lesson, JSON' }),
  )
}

interface SectionResult {
  readonly source: 'rewrite' | 'original'
  readonly key: string | null
}

function remember(life: Life, { status, json, events }: Answer): void {
  const { known, keys } = life
  if (status === 200 || json['error'] === 'budget-reached') known.counted += 1
  if (json['error'] === 'too-many-requests') known.refused += 1
  if (status !== 200) return
  const start = events.find(({ event }) => event === 'lesson-start')?.data ?? json['lesson']
  life.version = (start as { readonly key: string }).key
  const ends = events.filter(({ event }) => event === 'section-end').map(({ data }) => data)
  for (const { source, key } of (json['sections'] ?? ends) as readonly SectionResult[]) {
    known.sections[source] += 1
    if (source === 'rewrite' && key !== null) keys.add(key)
  }
}

/** It is remembered after the answer, and one with an original in it never is. */
async function readVersion({ call, version }: Life): Promise<void> {
  if (version !== '')
    await call({ name: 'version', method: 'GET', path: `/api/rewrites/${version}`, wanted: [200, 404] })
}

async function changeAnswers({ call, random, known }: Life): Promise<void> {
  const body = { programming_experience: random.pick(levels) }
  const { status } = await call({
    name: 'change answers',
    method: 'PUT',
    path: '/api/user/preferences',
    learner: known.id,
    body,
  })
  if (status === 200) known.answers = { ...known.answers, ...body }
}

async function rate({ call, random, known, keys }: Life): Promise<void> {
  const rewrite_key = [...keys].at(-1)
  if (rewrite_key === undefined) return
  const body = { rewrite_key, rating: random.pick(['up', 'down'] as const) }
  const { status } = await call({
    name: 'rate',
    method: 'POST',
    path: '/api/feedback',
    learner: known.id,
    body,
    aboutRewrite: true,
  })
  if (status === 200) known.feedback.set(rewrite_key, body.rating)
}

async function takeBack({ call, known }: Life): Promise<void> {
  const [rewrite_key] = known.feedback.keys()
  if (rewrite_key === undefined) return
  const body = { rewrite_key }
  const { status } = await call({ name: 'take back', method: 'DELETE', path: '/api/feedback', learner: known.id, body })
  if (status === 200) known.feedback.delete(rewrite_key)
}

async function erase({ call, known }: Life): Promise<void> {
  await call({ name: 'erase', method: 'DELETE', path: '/api/user/me', learner: known.id })
  known.erased = true
}
