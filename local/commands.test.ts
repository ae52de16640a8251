import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeVariants } from '../lib/profile/count-variants.ts'
import { parseLesson } from '../lib/lesson/parse-lesson.ts'
import { runCommand, type Ended } from '../test/support/run-command.ts'
import { startPgliteServer } from './pglite-server.ts'
import type { PgliteServer } from './pglite-server.ts'

let folder: string
let database: PgliteServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palimpsest-commands-'))
  database = await startPgliteServer()
})

afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

/** Runs a command in a folder of its own, with DATABASE_URL from the `.env` there. */
async function run(
  file: string,
  args: readonly string[],
  connectionString = database.connectionString,
): Promise<Ended> {
  await writeFile(join(folder, '.env'), `DATABASE_URL="${connectionString}"\n`)
  return runCommand({ file, args, folder })
}

test('migrate and lessons publish bring a database from nothing to lessons, and say what they did', async () => {
  const file = '# Topics\n\nA topic is a named channel.\n\n## Why\n\nNodes need not know each other.\n'
  const lesson = await parseLesson({ slug: 'ros/topics', file, language: 'en' })
  await writeFile(join(folder, 'lessons.json'), JSON.stringify({ version: 1, lessons: [lesson] }))
  const publish = ['publish', '--manifest', 'lessons.json']

  const early = await run('lessons-command.ts', publish)
  const migrated = await run('migrate-command.ts', [])
  const again = await run('migrate-command.ts', ['up'])
  const published = await run('lessons-command.ts', publish)
  const republished = await run('lessons-command.ts', publish)
  const down = await run('migrate-command.ts', ['down'])

  expect(early).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The database has no tables yet: migrate it first (npm run migrate)\n',
  })
  expect(migrated).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Applied 2026-/) })
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing to apply: the database is up to date'),
  })
  expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining(': 1 new or changed, 0 unchanged') })
  expect(published.stdout).toContain(describeVariants())
  expect(republished).toMatchObject({ code: 0, stdout: expect.stringContaining(': 0 new or changed, 1 unchanged') })
  expect(down).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Took back 2026-/) })
})

test('keys are made once, listed without themselves, and taken back; --json prints JSON and nothing else', async () => {
  await run('migrate-command.ts', [])
  const none = await run('keys-command.ts', ['list'])
  const added = await run('keys-command.ts', ['add', 'shop', '--daily-requests', '50'])
  const twice = await run('keys-command.ts', ['add', 'shop'])
  const other = await run('keys-command.ts', ['add', 'figures', '--scopes', 'insights,operate', '--json'])
  const listed = await run('keys-command.ts', ['list'])
  const revoked = await run('keys-command.ts', ['revoke', 'shop'])
  const again = await run('keys-command.ts', ['revoke', 'shop'])
  const json = await run('keys-command.ts', ['list', '--json'])

  expect(none).toEqual({ code: 0, stderr: '', stdout: 'There are no keys yet: npm run keys add NAME\n' })
  const key = /plm_[0-9A-Za-z]{32}/.exec(added.stdout)?.[0] ?? ''
  const id = key.slice(4, 12)
  expect(added).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`added the key "shop" (${id}) for personalize\n`),
  })
  expect(added.stdout).toContain('50 lessons and 2,000,000 tokens a day')
  expect(twice).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There is a key "shop" already: take another name, or revoke it first\n',
  })
  const figures = JSON.parse(other.stdout) as { readonly id: string; readonly key: string }
  expect(figures).toMatchObject({ name: 'figures', scopes: ['insights', 'operate'], daily_requests: 10_000 })
  expect(listed.stdout.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^id +name +scopes +requests today +tokens today +last used$/),
    expect.stringMatching(new RegExp(`^${id} +shop +personalize +0 of 50 +0 of 2,000,000 +never$`)),
    expect.stringContaining('insights,operate'),
  ])
  expect(revoked).toEqual({ code: 0, stderr: '', stdout: `Revoked the key "shop" (${id})\n` })
  expect(again).toMatchObject({ code: 1, stderr: 'No key that works is called "shop": npm run keys list shows all\n' })
  expect(JSON.parse(json.stdout)).toMatchObject([
    { id: figures.id, last_used_at: null, revoked_at: null, requests_today: 0 },
    { id, name: 'shop', revoked_at: expect.stringMatching(/^20/) },
  ])
  for (const { stdout } of [listed, json])
    for (const secret of [key, figures.key]) expect(stdout).not.toContain(secret.slice(12))
})

test('an option that npm took for its own, for want of "--", is not passed over', async () => {
  const environment = { npm_config_scopes: 'insights' }
  const ended = await runCommand({ file: 'keys-command.ts', args: ['add', 'figures'], folder, environment })
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toMatch(/^npm took --scopes for its own: put -- before the words/)
})

test('a key with an unusable name, scope or number is not made, and the word is named', async () => {
  await run('migrate-command.ts', [])
  const refused = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run('keys-command.ts', ['add', ...args])
    expect([code, stdout]).toEqual([1, ''])
    return stderr
  }
  expect(await refused('a\u202eb')).toMatch(/^NAME is "a\u202eb": wanted 1 to 60 characters/)
  expect(await refused('a', '--scopes', 'personalise')).toMatch(
    /^--scopes is "personalise": wanted any of personalize, /,
  )
  expect(await refused('a', '--daily-requests', '-1')).toMatch(/^--daily-requests is "-1": wanted a whole number/)
  expect(await refused('a', '--daily-tokens=1.5')).toMatch(/^--daily-tokens is "1.5": wanted a whole number/)
  expect(await refused('a', '--daily-request', '5')).toMatch(/^Unknown argument "--daily-request": wanted --scopes/)
  expect(await refused('my', 'shop')).toMatch(/^Unknown argument "shop"/)
})

test('a wrong word, a missing build and a manifest that is none are one line each and exit code 1', async () => {
  await writeFile(join(folder, 'broken.json'), '{"version":1,"lessons":[{"slug":7}]}')

  const word = await run('migrate-command.ts', ['sideways'])
  const missing = await run('lessons-command.ts', ['publish'])
  const broken = await run('lessons-command.ts', ['publish', '--manifest', 'broken.json'])

  expect(word).toEqual({ code: 1, stdout: '', stderr: 'Unknown direction "sideways": wanted latest, up or down\n' })
  expect(missing).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Cannot read site/build-manifest/lessons.json: build the site first (npm run build)\n',
  })
  expect(broken).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^broken\.json: no lesson can be published\. Cannot publish lesson.*"slug".*\n$/),
  })
})

test('a database that is not there is one line without its password', async () => {
  const gone = 'postgresql://someone:pa55word@127.0.0.1:1/robots'

  const ended = await run('migrate-command.ts', [], gone)

  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'PostgreSQL at 127.0.0.1:1/robots does not answer (nothing listens there, ECONNREFUSED): check that it runs and that DATABASE_URL names it\n',
  })
})
