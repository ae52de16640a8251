import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { storeRewrite } from '../lib/db/lease-queries.ts'
import { findCurrentLessons } from '../lib/db/lesson-queries.ts'
import { buildProfileKeys } from '../lib/profile/profile-keys.ts'
import { buildRewriteRow } from '../lib/rewrite/build-rewrite-row.ts'
import { planLesson } from '../lib/rewrite/plan-lesson.ts'
import { buildRecipe } from '../lib/prompt/recipe.ts'
import { aProof } from '../test/support/a-proof.ts'
import { learnerAnswers } from '../test/support/plan-task.ts'
import { takeALease } from '../test/support/take-a-lease.ts'
import { gears, torque, useBook } from '../test/support/use-book.ts'
import { startPgliteServer } from './pglite-server.ts'

const model = 'gpt-5-mini'
const book = useBook()

/** A ready rewrite of one section for the reader. */
async function aRewrite(sectionId: string, content: string): Promise<string> {
  const profileKeys = await buildProfileKeys(learnerAnswers)
  const recipe = buildRecipe(model)
  const choice = {
    ...({ scope: 'published', answers: learnerAnswers, profileKeys, recipe, choices: new Map() } as const),
    ...({ level: 'as-is', variant: 0 } as const),
  }
  const planned = (await planLesson(book.lesson, choice, [])).find(({ task }) => task.section.id === sectionId)
  if (!planned) throw new Error(`No section ${sectionId}`)
  const lease = await takeALease(book.db, buildRewriteRow(planned, book.lesson.slug))
  if (!lease) throw new Error('The row is held')
  await storeRewrite(book.db, lease, { heading: null, content, proof: aProof({ model, recipe }) })
  return planned.key
}

async function readJson(...args: string[]): Promise<unknown> {
  const { stdout, stderr, code } = await book.run([...args, '--json'])
  expect([stderr, code]).toEqual(['', 0])
  return JSON.parse(stdout)
}

test('lessons plan shows what a deploy would change and cost for today’s readers, and changes nothing', async () => {
  await book.addReader()
  await book.addReader()
  await aRewrite('torque', 'A motor turns an arm, with torque.')
  await aRewrite('gears', 'Gears trade speed for force.')
  await book.build(torque.replace('an arm', 'a wheel'), gears, '## Brakes\n\nA brake holds the arm.')

  expect(await readJson('plan', '--manifest', 'lessons.json')).toMatchObject({
    lessons: [
      {
        slug: 'motors',
        status: 'changed',
        // The opening note reports the outline, and the outline has changed.
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
  expect((await findCurrentLessons(book.db)).map(({ content_hash }) => content_hash)).toEqual([
    book.lesson.content_hash,
  ])
  const table = await book.run(['plan', '--manifest', 'lessons.json'])
  expect(table.stdout).toMatch(/^motors +changed +1 +2 +0 +1 +1$/m)
  expect(table.stdout).toMatch(/^new and changed by this build +3 +\$0\.\d+ /m)
})

test('lessons plan says of a model whose price nobody knows that it is not known, never that it is nothing', async () => {
  await book.addReader()
  const { stdout } = await book.run(['plan', '--manifest', 'lessons.json'], { OPENAI_MODEL: 'a-model' })
  expect(stdout).toMatch(/^not written so far +3 +not known /m)
  expect(stdout).toContain('Warning: the price of "a-model" is not known')
  const json = await book.run(['plan', '--manifest', 'lessons.json', '--json'], { OPENAI_MODEL: 'a-model' })
  expect(JSON.parse(json.stdout)).toMatchObject({ refresh: { not_written_yet: { sections: 3, dollars: null } } })
})

test('lessons verify judges what is stored by today’s rules, only reports it, and with --drop deletes what fails', async () => {
  const good = await aRewrite('torque', 'A motor turns an arm with torque, which is a turning force.')
  const bad = await aRewrite('gears', 'Gears trade speed for force. <b>Buy now</b>')
  const report = await readJson('verify')
  expect(report).toMatchObject({
    accepted: 1,
    rejected: 1,
    dropped: 0,
    failed: [
      { key: bad, lesson: 'motors', section: 'gears', language: 'en', reasons: expect.arrayContaining(['html']) },
    ],
  })
  expect(await readJson('verify', '--drop')).toMatchObject({ rejected: 1, dropped: 1 })
  const left = await book.db.selectFrom('personalized_content_cache').select('key').execute()
  expect(left).toEqual([{ key: good }])
  expect((await book.run(['verify'])).stdout).toMatch(/^accepted +1$/m)
})

test('lessons verify counts a rewrite whose lesson is not there any more, and leaves it', async () => {
  await aRewrite('torque', 'A motor turns an arm with torque.')
  await book.db.deleteFrom('lessons').execute()
  expect(await readJson('verify', '--drop')).toMatchObject({ without_lesson: 1, rejected: 0, dropped: 0 })
})

test('lessons stats counts what the tables hold', async () => {
  await book.addReader()
  await aRewrite('torque', 'A motor turns an arm with torque.')
  expect(await readJson('stats')).toMatchObject({
    ...{ lessons: 1, versions: 1, sections: 2, learners: 1, with_profile: 1, seen_today: 1, feedback: 0 },
    rewrites: [{ state: 'ready', recipe: buildRecipe(model), language: 'en', rewrites: 1, bytes: 33 }],
    bytes: { users: expect.any(Number), personalized_content_cache: expect.any(Number) },
    today: { written: { sections: 1 }, dollars: expect.any(Number) },
  })
  expect((await book.run(['stats'])).stdout).toMatch(/^ready +p\d+\/gpt-5-mini +en +1 +33 B$/m)
})

test('lessons sweep deletes what is older than the given days, and only counts with --dry-run', async () => {
  await book.addReader()
  await sql`update users set last_seen_at = '2020-01-01', updated_at = '2020-01-01'`.execute(book.db)
  await sql`update user_preferences set updated_at = '2020-01-01'`.execute(book.db)
  expect(await readJson('sweep', '--dry-run')).toMatchObject({
    dry_run: true,
    learner_days: 400,
    rows: { learners: 1 },
  })
  expect(await readJson('sweep', '--days', '9999')).toMatchObject({ rows: { learners: 0 } })
  expect(await readJson('sweep', '--days', '30')).toMatchObject({ learner_days: 30, rows: { learners: 1 } })
  expect(await book.db.selectFrom('users').select('id').execute()).toEqual([])
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
  expect(await book.run(args)).toEqual({ code: 1, stdout: '', stderr: `${line}\n` })
})

test('a database without today’s tables is one line that says what to do', async () => {
  const empty = await startPgliteServer()
  const ended = await book.run(['stats'], { DATABASE_URL: empty.connectionString })
  await empty.close()
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The database is not up to date: migrate it first (npm run migrate)\n',
  })
})
