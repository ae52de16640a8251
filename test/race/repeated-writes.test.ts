import type { ModelCall } from '../support/model-call.ts'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLimits } from '../../local/open-limits.ts'
import { someAnswers } from '../support/a-learner.ts'
import { endpoints } from '../support/endpoints.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { startApiServer, type ApiServer } from '../support/start-api-server.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'
import { startScriptedModel, type ScriptedModel } from '../support/scripted-model.ts'

const modelName = 'echo'
let database: StartedDatabase
let model: ScriptedModel
let servers: readonly [ApiServer, ApiServer]
let guide: string

beforeAll(async () => {
  guide = await readFile(new URL('../../site/guide/integrate.md', import.meta.url), 'utf8')
  database = await startDatabase()
  model = await startScriptedModel()
  const settings = {
    ...openLimits,
    DATABASE_URL: database.connectionString,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
    OPENAI_MODEL: modelName,
  }
  servers = await Promise.all([startApiServer(settings), startApiServer(settings)])
})
afterAll(async () => {
  const complaints = await Promise.all(servers.map((server) => server.close()))
  await model.close()
  await database.close()
  expect(complaints.join('')).toBe('')
})

/** A learner, a lesson, the key of a rewrite and the code of a transfer, which may not be there yet. */
interface World {
  readonly learner: string
  readonly slug: string
  rewrite: string
  code: string
}

interface Sent {
  readonly status: number
  readonly body: unknown
}

interface Write {
  /** As the guide's table has it. */
  readonly call: string
  /** The calls that come before, by their names here. */
  readonly after: readonly string[]
  readonly body?: (world: World) => unknown
  /** What the first answers, and the second. */
  readonly answers: readonly [number, number]
  /** What the answers say, as far as they differ. */
  readonly says?: readonly [object, object]
  /** That the lesson was given is written down after the answer. */
  readonly remembers?: boolean
}

const read = ['POST /api/user/create', 'POST /api/onboarding', 'POST /api/personalize']
const rating = ({ rewrite }: World) => ({ rewrite_key: rewrite, rating: 'down', reason: 'too-hard' })

const writes: readonly Write[] = [
  { call: 'POST /api/user/create', after: [], body: ({ learner }) => ({ user_id: learner }), answers: [201, 409] },
  {
    call: 'POST /api/onboarding',
    after: read.slice(0, 1),
    body: ({ learner }) => ({ user_id: learner, ...someAnswers }),
    answers: [200, 200],
  },
  {
    call: 'PUT /api/user/preferences',
    after: read.slice(0, 2),
    body: () => ({ education_level: 'professional', learning_goals: ['teaching', 'hobby'] }),
    answers: [200, 200],
  },
  {
    call: 'POST /api/personalize',
    after: read.slice(0, 2),
    body: ({ slug }) => ({ lesson_slug: slug }),
    answers: [200, 200],
    remembers: true,
  },
  { call: 'POST /api/feedback', after: read, body: rating, answers: [200, 200] },
  {
    call: 'DELETE /api/feedback',
    after: [...read, 'POST /api/feedback'],
    body: ({ rewrite }) => ({ rewrite_key: rewrite }),
    answers: [200, 200],
    says: [{ deleted_count: 1 }, { deleted_count: 0 }],
  },
  {
    call: 'DELETE /api/personalize/cache',
    after: read,
    answers: [200, 200],
    says: [{ deleted_count: 1 }, { deleted_count: 0 }],
  },
  { call: 'POST /api/user/transfer', after: read.slice(0, 2), answers: [201, 201] },
  {
    call: 'PUT /api/user/transfer',
    after: [...read.slice(0, 2), 'POST /api/user/transfer'],
    body: ({ code }) => ({ code }),
    answers: [200, 404],
  },
  { call: 'DELETE /api/user/me', after: [...read, 'POST /api/feedback'], answers: [200, 404] },
]

async function send({ call, body }: Write, world: World, server: ApiServer): Promise<Sent> {
  const [method = '', path = ''] = call.split(' ')
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-user-id': world.learner },
    ...(body === undefined ? {} : { body: JSON.stringify(body(world)) }),
  })
  return { status: response.status, body: await response.json() }
}

/** New rows for one case, after the calls that come before it and the work that they started. */
async function aWorldBefore({ after }: Write): Promise<World> {
  await sql`truncate personalized_content_cache cascade`.execute(database.db)
  const { slug } = await publishLesson(database.db)
  const world = { learner: crypto.randomUUID(), slug, rewrite: '0'.repeat(64), code: '' }
  for (const name of after) {
    const { status, body } = await send(writes.find(({ call }) => call === name) as Write, world, servers[0])
    expect([200, 201]).toContain(status)
    if (name === 'POST /api/user/transfer') ({ code: world.code } = body as { readonly code: string })
    if (name !== 'POST /api/personalize') continue
    const { sections } = body as { readonly sections: readonly { readonly key: string | null }[] }
    world.rewrite = sections.flatMap(({ key }) => key ?? [])[0] ?? ''
    await expect.poll(async () => (await rowsOf(world)).lessons).toHaveLength(1)
  }
  return world
}

/** Every row that reports the learner or was written for the lesson, without times and numbers that are drawn. */
async function rowsOf({ learner, slug }: World) {
  const own = async (statement: ReturnType<typeof sql>): Promise<unknown[]> =>
    (await statement.execute(database.db)).rows
  const answers = sql.join(Object.keys(someAnswers).map((answer) => sql.ref(answer)))
  return {
    users: await own(sql`select onboarding_completed, variant from users where id = ${learner}`),
    profiles: await own(sql`select ${answers}, profile_keys from user_preferences where user_id = ${learner}`),
    lessons: await own(sql`select cardinality(keys) from learner_lessons where user_id = ${learner}`),
    feedback: await own(sql`select rating, reason from feedback where user_id = ${learner}`),
    transfers: await own(sql`select expires_at > now() as holds from transfers where user_id = ${learner}`),
    rewrites: await own(sql`
      select section_id, state, content, level, variant, state <> 'writing' as free from personalized_content_cache
      where lesson_slug = ${slug} order by section_id, variant`),
  }
}

async function countModelCalls(): Promise<number> {
  const response = await fetch(`${model.baseUrl}/calls?model=${modelName}`)
  return ((await response.json()) as ModelCall[]).length
}

/** The rows, and how often a model was asked, once the work after an answer is done. */
async function waitForOutcome({ remembers = false }: Write, world: World, callsBefore: number) {
  const isDone = async (): Promise<boolean> => {
    const { lessons, rewrites } = await rowsOf(world)
    return (!remembers || lessons.length > 0) && rewrites.every((row) => (row as { free: boolean }).free)
  }
  await expect.poll(isDone).toBe(true)
  return { rows: await rowsOf(world), calls: (await countModelCalls()) - callsBefore }
}

test('every write of the API is here, and in the guide’s table with both of its answers', () => {
  const offered = endpoints.flatMap(({ path, methods }) =>
    methods.filter((method) => method !== 'GET').map((method) => `${method} ${path.replace(/[0-9a-f-]{36}/, 'me')}`),
  )
  expect(writes.map(({ call }) => call).toSorted()).toEqual(offered.toSorted())
  for (const { call, answers } of writes) expect(guide).toContain(`| \`${call}\` | ${answers.join(', ')} |`)
})

describe.each(writes)('$call', (write) => {
  const { answers, says } = write

  test('sent twice, at once or one after the other, leaves what it leaves when it is sent once, and is paid once', async () => {
    const once = await aWorldBefore(write)
    const callsBefore = await countModelCalls()
    const first = await send(write, once, servers[0])
    const left = await waitForOutcome(write, once, callsBefore)
    const second = await send(write, once, servers[1])
    expect([first.status, second.status]).toEqual(answers)
    expect([first.body, second.body]).toMatchObject(says ?? [{}, {}])
    expect(await waitForOutcome(write, once, callsBefore)).toEqual(left)

    const twice = await aWorldBefore(write)
    const callsOfBoth = await countModelCalls()
    const both = await Promise.all(servers.map((server) => send(write, twice, server)))
    const inOrder = both.toSorted((a, b) => answers.indexOf(a.status) - answers.indexOf(b.status))
    expect(inOrder.map(({ status }) => status)).toEqual(answers)
    if (says)
      expect(inOrder.map(({ body }) => JSON.stringify(body)).toSorted()).toEqual(
        says.map((one) => JSON.stringify(one)).toSorted(),
      )
    expect(await waitForOutcome(write, twice, callsOfBoth)).toEqual(left)
  })
})
