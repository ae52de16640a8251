import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { verifierVersion } from '../../lib/contract/verifier-version.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { backgroundWork } from '../support/background-work.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'
import { useRealServices } from '../support/use-real-services.ts'
import { createVercelCdn } from '../support/vercel-cdn.ts'

/** What the Neon endpoint in front of a real PostgreSQL was asked. */
const asked: string[] = []
const services = useRealServices({
  before: ({ statements }) => {
    asked.push(...statements.map(({ query }) => query))
    return undefined
  },
})
beforeEach(() => void aModel('echo'))
afterEach(backgroundWork)

/** The statements that are asked for while something is done, and all that it leaves to do is done. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0
  await act()
  await backgroundWork()
  return [...asked]
}

async function aReadLesson() {
  const [learner, lesson] = [await aLearner(), await publishLesson(services.database.db)]
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  return { learner, lesson_slug: lesson.slug, key: version.key }
}

const givenTo = (learner: string) =>
  services.database.db.selectFrom('learner_lessons').selectAll().where('user_id', '=', learner).execute()

test.each([
  ['JSON', readLesson],
  ['events', streamLesson],
])('a cached lesson costs exactly one SQL round trip, as %s', async (_, read) => {
  const { learner, lesson_slug } = await aReadLesson()
  expect(await statementsOf(() => read(learner, { lesson_slug }))).toHaveLength(1)
})

test('it costs exactly one for a learner who never read it before, too, and is remembered as given', async () => {
  const { lesson_slug, key } = await aReadLesson()
  const other = await aLearner()
  expect(await statementsOf(() => readLesson(other, { lesson_slug }))).toHaveLength(1)
  expect(await givenTo(other)).toMatchObject([{ version_key: key, lesson_slug }])
})

test('a lesson that is named by its page’s address costs one more, which looks the slug up', async () => {
  const { learner, lesson_slug } = await aReadLesson()
  const statements = await statementsOf(() => readLesson(learner, { lesson_slug: `/ur/docs/${lesson_slug}/` }))
  expect(statements).toHaveLength(2)
  expect(statements[0]).toContain('where lessons.slug = meant.slug')
})

test('it costs exactly one with an integrator’s key, which is checked, counted and marked as used in it', async () => {
  const { learner, lesson_slug } = await aReadLesson()
  const { id, headers } = await aKey({}, services.database.db)
  expect(await statementsOf(() => readLesson(learner, { lesson_slug }, headers))).toHaveLength(1)
  const query = services.database.db.selectFrom('integrator_keys').select('last_used_at').where('id', '=', id)
  expect((await query.executeTakeFirstOrThrow()).last_used_at).toBeInstanceOf(Date)
})

test('it costs exactly one with choices, when it was read with them before', async () => {
  const { learner, lesson_slug } = await aReadLesson()
  const chosen = { lesson_slug, level: 'simpler', choices: { torque: { variant: 1 } } }
  await readLesson(learner, chosen)
  expect(await statementsOf(() => readLesson(learner, chosen))).toHaveLength(1)
  expect(await givenTo(learner)).toHaveLength(2)
})

test('some sections of a cached lesson cost one, and are not remembered as the whole', async () => {
  const { lesson_slug } = await aReadLesson()
  const other = await aLearner()
  expect(await statementsOf(() => readLesson(other, { lesson_slug, sections: ['torque'] }))).toHaveLength(1)
  expect(await givenTo(other)).toEqual([])
})

test('the note of a lesson that was read by its key costs one, and the version is remembered as given', async () => {
  const { lesson_slug, key } = await aReadLesson()
  const other = await aLearner()
  const body = { lesson_slug, sections: ['for-you'], version: key }
  expect(await statementsOf(() => readLesson(other, body))).toHaveLength(1)
  expect(await givenTo(other)).toMatchObject([{ version_key: key, lesson_slug }])
})

test('a version of an older recipe is remembered as the one that was read; one of another lesson, or of none, is not', async () => {
  const { lesson_slug, key } = await aReadLesson()
  const [{ key: foreign }, other] = [await aReadLesson(), await aLearner()]
  aModel('echo')
  for (const version of [foreign, '0'.repeat(64), key])
    await readLesson(other, { lesson_slug, sections: ['for-you'], version })
  expect((await givenTo(other)).map(({ version_key }) => version_key)).toEqual([key])
})

test('a reading is written down once an hour, and its rewrites’ once a day', async () => {
  const { learner, lesson_slug, key } = await aReadLesson()
  const { db } = services.database
  const lastRead = async () => {
    const [given] = await givenTo(learner)
    const { rows } = await sql<{ at: Date }>`
      select min(last_read_at) as at from personalized_content_cache where key = any (${given?.keys})`.execute(db)
    return { given: given?.last_read_at, rewrites: rows[0]?.at }
  }
  const age = (interval: string) => async () => {
    await sql`update learner_lessons set last_read_at = last_read_at - ${interval}::interval
      where version_key = ${key}`.execute(db)
    await sql`update personalized_content_cache set last_read_at = last_read_at - ${interval}::interval`.execute(db)
  }
  const first = await lastRead()
  await readLesson(learner, { lesson_slug })
  expect(await lastRead()).toEqual(first)
  await age('2 hours')()
  const { rewrites: old } = await lastRead()
  await readLesson(learner, { lesson_slug })
  const second = await lastRead()
  expect(Number(second.given)).toBeGreaterThan(Number(first.given))
  expect(second.rewrites).toEqual(old)
  await age('2 days')()
  await readLesson(learner, { lesson_slug })
  expect(Number((await lastRead()).rewrites)).toBeGreaterThan(Number(first.rewrites))
})

test('that one statement also stores what was counted of the lessons before', async () => {
  const { learner, lesson_slug } = await aReadLesson()
  const countedLessons = async (): Promise<number> => {
    const { rows } = await sql<{ sum: string }>`
      select coalesce(sum(amount), 0) as sum from insights_daily where measure = 'lessons'`.execute(
      services.database.db,
    )
    return Number(rows[0]?.sum)
  }
  const before = await countedLessons()
  await vi.waitUntil(
    async () => {
      expect(await statementsOf(() => readLesson(learner, { lesson_slug }))).toHaveLength(1)
      return (await countedLessons()) > before
    },
    { timeout: 10_000, interval: 200 },
  )
})

test('rewrites of an older verifier are judged once: the next reading costs one again', async () => {
  const { learner, lesson_slug } = await aReadLesson()
  await sql`update personalized_content_cache set verifier_version = ${verifierVersion - 1}`.execute(
    services.database.db,
  )
  expect(await statementsOf(() => readLesson(learner, { lesson_slug }))).toHaveLength(2)
  expect(await statementsOf(() => readLesson(learner, { lesson_slug }))).toHaveLength(1)
})

test('a locked lesson is never remembered as its rewrites', async () => {
  const { learner, lesson_slug, key } = await aReadLesson()
  await services.database.db.updateTable('lessons').set({ locked: true }).where('slug', '=', lesson_slug).execute()
  const other = await aLearner()
  await readLesson(other, { lesson_slug })
  expect((await givenTo(other)).map(({ version_key }) => version_key)).not.toContain(key)
  expect(await statementsOf(() => readLesson(learner, { lesson_slug }))).not.toEqual([])
})

test('a finished version comes from the CDN: one SQL round trip for all its readers, for a year', async () => {
  const { key } = await aReadLesson()
  let time = 0
  const cdn = createVercelCdn(rewrites, () => time)
  const read = async () => {
    const response = await cdn.fetch(new Request(`https://palimpsest.test/api/rewrites/${key}?form=slots&missing=204`))
    return { cache: response.headers.get('x-vercel-cache'), status: response.status, text: await response.text() }
  }
  const cold: unknown[] = []
  expect(await statementsOf(async () => cold.push(await read()))).toHaveLength(1)
  expect(cold).toMatchObject([{ cache: 'MISS', status: 200 }])
  time = 364 * 24 * 3_600_000
  const warm: unknown[] = []
  expect(await statementsOf(async () => warm.push(await read(), await read()))).toEqual([])
  expect(warm).toEqual([
    { ...(cold[0] as object), cache: 'HIT' },
    { ...(cold[0] as object), cache: 'HIT' },
  ])
})

test('the two forms of a version are cached separately, and a browser may store each of them for ever', async () => {
  const { key } = await aReadLesson()
  const cdn = createVercelCdn(rewrites, () => 0)
  const read = (query: string) => cdn.fetch(new Request(`https://palimpsest.test/api/rewrites/${key}${query}`))
  const [whole, slots] = [await read(''), await read('?form=slots')]
  expect([whole, slots].map(({ headers }) => headers.get('x-vercel-cache'))).toEqual(['MISS', 'MISS'])
  expect(await whole.text()).not.toBe(await slots.text())
  expect((await read('')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('no cache keeps that a version is not finished yet, nor anything of one learner’s', async () => {
  const cdn = createVercelCdn(rewrites, () => 0)
  const url = `https://palimpsest.test/api/rewrites/${'0'.repeat(64)}`
  for (const [query, status] of [
    ['', 404],
    ['?form=slots&missing=204', 204],
  ] as const) {
    const answers = [await cdn.fetch(new Request(url + query)), await cdn.fetch(new Request(url + query))]
    expect(answers.map((answer) => [answer.status, answer.headers.get('x-vercel-cache')])).toEqual([
      [status, 'MISS'],
      [status, 'MISS'],
    ])
  }
})
