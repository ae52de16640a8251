import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeVariants } from '../lib/learner/count-variants.ts'
import { parseLesson } from '../lib/lesson/parse-lesson.ts'
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

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command in a folder of its own, as npm would, with DATABASE_URL from the `.env` there. */
async function run(
  file: string,
  args: readonly string[],
  connectionString = database.connectionString,
): Promise<Ended> {
  await writeFile(join(folder, '.env'), `DATABASE_URL="${connectionString}"\n`)
  const child = spawn(process.execPath, [resolve('local', file), ...args], { cwd: folder, env: { NO_COLOR: '1' } })
  const [stdout, stderr, code] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    new Promise<number | null>((done) => {
      child.once('close', done)
    }),
  ])
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
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
    stderr: expect.stringMatching(/^broken\.json: .*lessons\.0.*\n$/),
  })
})

test('a database that is not there is one line without its password', async () => {
  const gone = 'postgresql://someone:pa55word@127.0.0.1:1/robots'

  const ended = await run('migrate-command.ts', [], gone)

  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'PostgreSQL at 127.0.0.1:1/robots does not answer: check that it runs and that DATABASE_URL names it\n',
  })
})
