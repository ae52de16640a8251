import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { storeRewrite } from '../lib/cache/lease-queries.ts'
import { createDatabase } from '../lib/db/create-database.ts'
import type { Database } from '../lib/db/database.ts'
import { findCurrentLessons } from '../lib/db/lesson-queries.ts'
import { migrateToLatest } from '../lib/db/migrate.ts'
import { publishLessons } from '../lib/db/publish-lessons.ts'
import { createUser, storePreferences } from '../lib/db/user-queries.ts'
import { buildProfileKeys } from '../lib/learner/profile-keys.ts'
import type { Lesson } from '../lib/lesson/lesson.ts'
import { parseLesson } from '../lib/lesson/parse-lesson.ts'
import { planLesson } from '../lib/rewrite/plan-lesson.ts'
import { buildRecipe } from '../lib/rewrite/recipe.ts'
import { aProof } from '../test/support/a-proof.ts'
import { aSpender } from '../test/support/a-spender.ts'
import { learnerAnswers } from '../test/support/plan-task.ts'
import { runCommand, type CommandCall, type Ended } from '../test/support/run-command.ts'
import { startScriptedModel, type ScriptedModel } from '../test/support/scripted-model.ts'
import { takeALease } from '../test/support/take-a-lease.ts'
import { startNeonEndpoint, type NeonEndpoint } from './neon-endpoint.ts'
import { startPgliteServer, type PgliteServer } from './pglite-server.ts'
import { withSession } from './with-session.ts'

const model = 'gpt-5-mini'
let folder: string
let pglite: PgliteServer
let endpoint: NeonEndpoint
let db: Kysely<Database>
let lesson: Lesson
let writer: ScriptedModel

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palimpsest-lessons-'))
  writer = await startScriptedModel()
  pglite = await startPgliteServer()
  await withSession(pglite.connectionString, migrateToLatest)
  endpoint = await startNeonEndpoint({ connectionString: pglite.connectionString })
  db = createDatabase({ connectionString: pglite.connectionString, fetchEndpoint: endpoint.url })
})
afterAll(async () => {
  await writer.close()
  await endpoint.close()
  await pglite.close()
  await rm(folder, { recursive: true })
})

const torque = '## Torque\n\nA motor turns an arm with torque.'
const gears = '## Gears\n\nGears trade speed for force.'
const readLesson = (...sections: string[]) =>
  parseLesson({ slug: 'motors', file: sections.join('\n\n'), language: 'en' })

beforeEach(async () => {
  await sql`truncate users, personalized_content_cache, lessons, learner_lessons, feedback, spending cascade`.execute(
    db,
  )
  await publishLessons({ db }, { version: 1, lessons: [await readLesson(torque, gears)] })
  const [published] = await findCurrentLessons(db)
  if (!published) throw new Error('The lesson is not published')
  lesson = published
  await buildBook(torque, gears)
})

/** As after a build of a book of one lesson. */
const buildBook = async (...sections: string[]): Promise<void> =>
  writeFile(join(folder, 'lessons.json'), JSON.stringify({ version: 1, lessons: [await readLesson(...sections)] }))

async function aReader(): Promise<void> {
  const id = crypto.randomUUID()
  await createUser(db, id, aSpender())
  await storePreferences(db, id, { answers: learnerAnswers, profileKeys: await buildProfileKeys(learnerAnswers) })
}

/** A ready rewrite of one section for the reader. */
async function aRewrite(sectionId: string, content: string): Promise<string> {
  const profileKeys = await buildProfileKeys(learnerAnswers)
  const recipe = buildRecipe(model)
  const choice = { answers: learnerAnswers, profileKeys, recipe, dial: 'as-is', take: 0, choices: new Map() } as const
  const planned = (await planLesson(lesson, choice, [])).find(({ task }) => task.section.id === sectionId)
  if (!planned) throw new Error(`No section ${sectionId}`)
  const lease = await takeALease(db, {
    ...{ key: planned.key, lesson_slug: lesson.slug, section_id: sectionId, content_hash: planned.task.section.hash },
    ...({ preferences_hash: planned.profileKey, recipe, dial: 'as-is', take: 0 } as const),
  })
  if (!lease) throw new Error('The row is held')
  await storeRewrite(db, lease, { heading: null, content, proof: aProof({ model, recipe }) })
  return planned.key
}

const run = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  onStart?: CommandCall['onStart'],
): Promise<Ended> =>
  runCommand({
    ...{ file: 'lessons-command.ts', args, folder },
    environment: { DATABASE_URL: pglite.connectionString, OPENAI_API_KEY: 'sk-secret', ...environment },
    ...(onStart === undefined ? {} : { onStart }),
  })

async function readJson(...args: string[]): Promise<unknown> {
  const { stdout, stderr, code } = await run([...args, '--json'])
  expect([stderr, code]).toEqual(['', 0])
  return JSON.parse(stdout)
}

test('lessons plan tells what a deploy would change and cost for the readers of today, and changes nothing', async () => {
  await aReader()
  await aReader()
  await aRewrite('torque', 'A motor turns an arm, with torque.')
  await aRewrite('gears', 'Gears trade speed for force.')
  await buildBook(torque.replace('an arm', 'a wheel'), gears, '## Brakes\n\nA brake holds the arm.')

  expect(await readJson('plan', '--manifest', 'lessons.json')).toMatchObject({
    lessons: [
      {
        slug: 'motors',
        status: 'changed',
        // The opening note tells of the outline, and the outline has changed.
        sections: { added: ['brakes'], changed: ['for-you', 'torque'], gone: [], unchanged: 1 },
        rewrites_affected: 1,
      },
    ],
    profiles: { learners: 2, by_class: { prose: 1, note: 1 } },
    refresh: {
      recipe: buildRecipe(model),
      because_of_this_build: { sections: 3, dollars: expect.any(Number), from_stored: 0 },
      not_written_yet: { sections: 0, input_tokens: 0, dollars: 0 },
    },
    warnings: [],
  })
  expect((await findCurrentLessons(db)).map(({ content_hash }) => content_hash)).toEqual([lesson.content_hash])
  const table = await run(['plan', '--manifest', 'lessons.json'])
  expect(table.stdout).toMatch(/^motors +changed +1 +2 +0 +1 +1$/m)
  expect(table.stdout).toMatch(/^new and changed by this build +3 +\$0\.\d+ /m)
})

test('lessons plan says of a model whose price nobody knows that it is not known, never that it is nothing', async () => {
  await aReader()
  const { stdout } = await run(['plan', '--manifest', 'lessons.json'], { OPENAI_MODEL: 'a-model' })
  expect(stdout).toMatch(/^not written so far +3 +not known /m)
  expect(stdout).toContain('Warning: the price of "a-model" is not known')
  const json = await run(['plan', '--manifest', 'lessons.json', '--json'], { OPENAI_MODEL: 'a-model' })
  expect(JSON.parse(json.stdout)).toMatchObject({ refresh: { not_written_yet: { sections: 3, dollars: null } } })
})

test('lessons verify judges what is stored by today’s rules, tells only, and with --drop deletes what fails', async () => {
  const good = await aRewrite('torque', 'A motor turns an arm with torque, which is a turning force.')
  const bad = await aRewrite('gears', 'Gears trade speed for force. <b>Buy now</b>')
  const told = await readJson('verify')
  expect(told).toMatchObject({
    accepted: 1,
    rejected: 1,
    dropped: 0,
    failed: [
      { key: bad, lesson: 'motors', section: 'gears', language: 'en', reasons: expect.arrayContaining(['html']) },
    ],
  })
  expect(await readJson('verify', '--drop')).toMatchObject({ rejected: 1, dropped: 1 })
  const left = await db.selectFrom('personalized_content_cache').select('key').execute()
  expect(left).toEqual([{ key: good }])
  expect((await run(['verify'])).stdout).toMatch(/^accepted +1$/m)
})

test('lessons verify counts a rewrite whose lesson is not there any more, and leaves it', async () => {
  await aRewrite('torque', 'A motor turns an arm with torque.')
  await db.deleteFrom('lessons').execute()
  expect(await readJson('verify', '--drop')).toMatchObject({ without_lesson: 1, rejected: 0, dropped: 0 })
})

test('lessons stats counts what the tables hold', async () => {
  await aReader()
  await aRewrite('torque', 'A motor turns an arm with torque.')
  expect(await readJson('stats')).toMatchObject({
    ...{ lessons: 1, versions: 1, sections: 2, learners: 1, with_profile: 1, seen_today: 1, feedback: 0 },
    rewrites: [{ state: 'ready', recipe: buildRecipe(model), language: 'en', rewrites: 1, bytes: 33 }],
    bytes: { users: expect.any(Number), personalized_content_cache: expect.any(Number) },
    today: { written: { sections: 1 }, dollars: expect.any(Number) },
  })
  expect((await run(['stats'])).stdout).toMatch(/^ready +p\d+\/gpt-5-mini +en +1 +33 B$/m)
})

test('lessons sweep deletes what is older than the days it is told, and only counts with --dry-run', async () => {
  await aReader()
  await sql`update users set last_seen_at = '2020-01-01', updated_at = '2020-01-01'`.execute(db)
  await sql`update user_preferences set updated_at = '2020-01-01'`.execute(db)
  expect(await readJson('sweep', '--dry-run')).toMatchObject({
    dry_run: true,
    learner_days: 400,
    rows: { learners: 1 },
  })
  expect(await readJson('sweep', '--days', '9999')).toMatchObject({ rows: { learners: 0 } })
  expect(await readJson('sweep', '--days', '30')).toMatchObject({ learner_days: 30, rows: { learners: 1 } })
  expect(await db.selectFrom('users').select('id').execute()).toEqual([])
})

const warmWith = (script: string, args: readonly string[], onStart?: CommandCall['onStart']) =>
  run(['warm', ...args, '--json'], { OPENAI_BASE_URL: writer.baseUrl, OPENAI_MODEL: script }, onStart)

test('lessons warm writes what readers of today will ask for, through the cache, and once', async () => {
  await aReader()
  const first = await warmWith('echo:warm', ['--tokens', '200000'])
  expect([first.code, JSON.parse(first.stdout)]).toMatchObject([0, { wanted: 3, written: 3, left: 0, stopped: null }])
  const rows = await db
    .selectFrom('personalized_content_cache')
    .select(['section_id', 'state'])
    .orderBy('section_id')
    .execute()
  expect(rows.map(({ section_id, state }) => [section_id, state])).toEqual([
    ['for-you', 'ready'],
    ['gears', 'ready'],
    ['torque', 'ready'],
  ])
  const spent = await db.selectFrom('spending').select(['bucket', 'tokens_used', 'tokens_reserved']).execute()
  expect(spent).toEqual([{ bucket: 'all', tokens_used: expect.stringMatching(/^[1-9]/), tokens_reserved: '0' }])
  const second = await warmWith('echo:warm', ['--tokens', '200000'])
  expect(JSON.parse(second.stdout)).toMatchObject({ were_ready: 3, written: 0, left: 0 })
  const profiles = await warmWith('echo:warm', ['--tokens', '200000', '--lessons', 'motors', '--profiles', '1'])
  expect(JSON.parse(profiles.stdout)).toMatchObject({ wanted: 3, were_ready: 3 })
})

test('lessons warm begins no section that its budget, or the day’s, could not pay for', async () => {
  await aReader()
  const small = await warmWith('echo:small', ['--tokens', '100'])
  expect([small.code, JSON.parse(small.stdout)]).toMatchObject([2, { written: 0, left: 3, stopped: 'budget' }])
  await sql`insert into spending (bucket, day, tokens_used)
    values ('all', (clock_timestamp() at time zone 'utc')::date, 5000000)`.execute(db)
  const day = await warmWith('echo:small', ['--tokens', '200000'])
  expect([day.code, JSON.parse(day.stdout)]).toMatchObject([2, { written: 0, left: 3, stopped: 'day-budget' }])
})

test('lessons warm finishes what is under way after Ctrl+C, and goes on where it stopped', async () => {
  await aReader()
  const isWriting = async (): Promise<boolean> =>
    (await db.selectFrom('personalized_content_cache').select('key').where('state', '=', 'writing').execute()).length >
    0
  const first = await run(
    ['warm', '--tokens', '200000', '--json'],
    { OPENAI_BASE_URL: writer.baseUrl, OPENAI_MODEL: 'slow:warm', SECTIONS_AT_A_TIME: '1' },
    (kill) => void vi.waitUntil(isWriting, { timeout: 20_000, interval: 10 }).then(() => kill('SIGINT')),
  )
  const stopped = JSON.parse(first.stdout) as { written: number; left: number }
  expect(first).toMatchObject({ code: 130, stderr: expect.stringContaining('what is under way is finished first') })
  expect(stopped).toMatchObject({ stopped: 'interrupted', written: expect.any(Number) })
  expect(stopped.written).toBeGreaterThanOrEqual(1)
  expect(await isWriting()).toBe(false)
  const second = await warmWith('slow:warm', ['--tokens', '200000'])
  expect(JSON.parse(second.stdout)).toMatchObject({ were_ready: stopped.written, written: stopped.left, left: 0 })
})

test.each([
  [['warm'], 'Wanted one of --budget (dollars, such as 2.50) and --tokens (a whole number)'],
  [
    ['warm', '--budget', '1', '--tokens', '1'],
    'Wanted one of --budget (dollars, such as 2.50) and --tokens (a whole number)',
  ],
  [['warm', '--budget', 'much'], '--budget is "much": wanted dollars, such as 2.50'],
  [['sweep', '--days', '0'], '--days is "0": wanted a whole number, at least 1'],
  [['sweep', '--days', 'many'], '--days is "many": wanted a whole number, at least 1'],
  [['sweep', '--day', '3'], 'Unknown argument "--day": wanted --days, --dry-run, --json'],
  [['stats', 'all'], 'Unknown argument "all": wanted --json'],
  [['plan', '--manifest', 'none.json', '--json'], 'Cannot read none.json: build the site first (npm run build)'],
])('lessons %j is refused in one line that names what is wanted, before anything is done', async (args, line) => {
  expect(await run(args)).toEqual({ code: 1, stdout: '', stderr: `${line}\n` })
})

test('lessons warm asks for the price of a model that it does not know, or a bound in tokens', async () => {
  const { stdout, stderr, code } = await run(['warm', '--budget', '1'], {
    OPENAI_BASE_URL: writer.baseUrl,
    OPENAI_MODEL: 'echo:price',
  })
  expect([stdout, code]).toEqual(['', 1])
  expect(stderr).toContain('The price of "echo:price" is not known: set OPENAI_PRICE, or bound the run by --tokens\n')
})

test('a database without today’s tables is one line that says what to do', async () => {
  const empty = await startPgliteServer()
  const ended = await run(['stats'], { DATABASE_URL: empty.connectionString })
  await empty.close()
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The database is not up to date: migrate it first (npm run migrate)\n',
  })
})
