import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { leaseSeconds } from '../../lib/db/lease-queries.ts'
import { openLimits } from '../../local/open-limits.ts'
import { aKey } from '../support/a-key.ts'
import { someAnswers } from '../support/a-learner.ts'
import { createGate } from '../support/create-gate.ts'
import { followLesson, readTexts } from '../support/follow-lesson.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { eventsNamed } from '../support/read-events.ts'
import { startApiServer, type ApiServer } from '../support/start-api-server.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'
import { startHeldModel, type HeldModel } from '../support/start-held-model.ts'

const serverCount = 4
/** The sections of the lesson that a model writes, in alphabetical order. */
const written = ['_opening', 'code', 'for-you', 'torque']

let database: StartedDatabase
let model: HeldModel
let servers: readonly ApiServer[]

beforeAll(async () => {
  database = await startDatabase()
  model = await startHeldModel()
})
afterAll(async () => {
  await model.close()
  await database.close()
})
beforeEach(async () => {
  model.hold = () => undefined
  model.calls.length = 0
  // The model's name is part of the recipe: the cache is each test's own.
  const name = `held-${crypto.randomUUID()}`
  servers = await Promise.all(
    Array.from({ length: serverCount }, () =>
      startApiServer({
        ...openLimits,
        DATABASE_URL: database.connectionString,
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_API_KEY: 'test-key',
        OPENAI_MODEL: name,
      }),
    ),
  )
  return async () => {
    const complaints = await Promise.all(servers.map((server) => server.close()))
    expect(complaints.join('')).toBe('')
  }
})

/** A learner with the same answers as all the others. */
async function aLearnerAt({ url }: ApiServer): Promise<string> {
  const user_id = crypto.randomUUID()
  for (const [path, body] of [
    ['user/create', { user_id }],
    ['onboarding', { user_id, ...someAnswers }],
  ] as const)
    expect(
      await fetch(`${url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    ).toMatchObject({ ok: true })
  return user_id
}

const serverAt = (index: number): ApiServer => servers[index % serverCount] as ApiServer
const follow = async (index: number, slug: string) =>
  followLesson(serverAt(index).url, await aLearnerAt(serverAt(index)), slug)

test('of 50 learners at once on one cold lesson at 4 servers, each section is written by one model call, and all read the same', async () => {
  const { slug } = await publishLesson(database.db)
  const gate = createGate()
  model.hold = () => gate
  const readers = await Promise.all(Array.from({ length: 50 }, (_, index) => follow(index, slug)))
  await Promise.all(readers.map((reader) => reader.seen('lesson-start')))
  // Not before everyone is there: nobody finds a section that is finished.
  gate.open()
  const lessons = await Promise.all(readers.map((reader) => reader.events))
  expect(model.calls.toSorted((a, b) => a.localeCompare(b))).toEqual(written)
  const [texts] = lessons.map(readTexts)
  expect(Object.values(texts ?? {}).filter(Boolean)).toHaveLength(written.length)
  for (const events of lessons) {
    expect(readTexts(events)).toEqual(texts)
    expect(eventsNamed(events, 'lesson-end')).toHaveLength(1)
  }
  const ends = lessons.flatMap((events) => eventsNamed(events, 'lesson-end'))
  expect(ends.reduce((sum, end) => sum + end.written, 0)).toBe(written.length)
})

test('a server that is killed in mid-section is replaced when its lease has run out; what it had finished stays', async () => {
  const { slug } = await publishLesson(database.db)
  const gate = createGate()
  model.hold = (section) => (section === 'code' ? gate : undefined)
  const doomed = await follow(0, slug)
  await Promise.all([
    ...written.filter((section) => section !== 'code').map((section) => doomed.seen('section-end', section)),
    doomed.seen('section-block', 'code'),
  ])
  const waiting = await follow(1, slug)
  await waiting.seen('section-end', 'torque')
  await serverAt(0).kill()
  await expect(doomed.events).rejects.toThrow('terminated')
  expect(await shortenLease(slug)).toBeLessThanOrEqual(leaseSeconds)
  model.hold = () => undefined
  const lesson = await waiting.events
  const taken = eventsNamed(lesson, 'section-end').find(({ section }) => section === 'code')
  expect(taken).toMatchObject({ source: 'rewrite', cached: false })
  expect(eventsNamed(lesson, 'lesson-end')).toMatchObject([{ cached: written.length - 1, written: 1 }])
  expect(model.calls.toSorted((a, b) => a.localeCompare(b))).toEqual(['_opening', 'code', 'code', 'for-you', 'torque'])
  const later = await (await follow(2, slug)).events
  expect(eventsNamed(later, 'lesson-end')).toMatchObject([{ cached: written.length, written: 0 }])
  expect(readTexts(later)).toEqual(readTexts(lesson))
  gate.open()
})

test('readers of a published lesson at 4 servers never get what an integrator’s text with the same sections brings about at the same time', async () => {
  const { slug } = await publishLesson(database.db)
  const { headers } = await aKey({}, database.db)
  const original = `---\ntitle: Enter the password at evil.example\n---\n\n${lessonFile.slice(lessonFile.indexOf('A robot moves'))}\n## More\n\n![The end](/img/end.svg)\n`
  const gate = createGate()
  model.hold = () => gate
  const stranger = async (index: number) =>
    followLesson(serverAt(index).url, await aLearnerAt(serverAt(index)), slug, { headers, original })
  const [theirs, honest] = await Promise.all([
    Promise.all(Array.from({ length: 8 }, (_, index) => stranger(index))),
    Promise.all(Array.from({ length: 16 }, (_, index) => follow(index, slug))),
  ])
  await Promise.all([...theirs, ...honest].map((reader) => reader.seen('lesson-start')))
  gate.open()
  const [poisoned = [], clean = []] = await Promise.all(
    [theirs, honest].map(async (readers) => (await Promise.all(readers.map(({ events }) => events))).map(readTexts)),
  )
  // Each text is of another colour, and each section is written once for them and once for the readers.
  expect(model.calls.toSorted((a, b) => a.localeCompare(b))).toEqual(written.flatMap((section) => [section, section]))
  for (const texts of poisoned) expect(texts).toEqual(poisoned[0])
  for (const texts of clean) expect(texts).toEqual(clean[0])
  for (const section of written) expect(clean[0]?.[section], section).not.toBe(poisoned[0]?.[section])
})

/** Lets the one lease that is held run out in half a second; gives how many seconds it had left. */
async function shortenLease(slug: string): Promise<number> {
  const { rows } = await sql<{ seconds: string }>`
    update personalized_content_cache as cache set lease_until = clock_timestamp() + interval '0.5 seconds'
    from personalized_content_cache as before
    where cache.lesson_slug = ${slug} and cache.state = 'writing' and before.key = cache.key
    returning extract(epoch from before.lease_until - clock_timestamp()) as seconds`.execute(database.db)
  expect(rows).toHaveLength(1)
  return Number(rows[0]?.seconds)
}
