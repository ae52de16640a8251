import { migrateToLatest, migrateDown } from '../lib/migrate/migrate.ts'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseLesson } from '../lib/lesson/parse-lesson.ts'
import { runCommand } from '../test/support/run-command.ts'
import { startScriptedModel, type ScriptedModel } from '../test/support/scripted-model.ts'
import type { Check } from './doctor/check.ts'
import { startPgliteServer, type PgliteServer } from './pglite-server.ts'
import { startServer, type RunningServer } from './server.ts'
import { readVercelRoutes } from './vercel-routes.ts'
import { withSession } from './with-session.ts'

let folder: string
let pglite: PgliteServer
let model: ScriptedModel
let site: RunningServer

const vercelJson = {
  headers: [
    { source: '/(.*)', headers: [{ key: 'Content-Security-Policy', value: "default-src 'self'" }] },
    { source: '/assets/(.*)', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
  ],
}

/** A project's folder with a build of one lesson, and a site that is served from it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palimpsest-doctor-'))
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const lesson = await parseLesson({ slug: 'lesson', file: '# Lesson\n\nA robot moves.\n', language: 'en' })
  await write('site/build-manifest/lessons.json', JSON.stringify({ version: 1, lessons: [lesson] }))
  await write('vercel.json', JSON.stringify(vercelJson))
  await write('site/build/index.html', '<script src="/assets/main.js"></script>')
  await write('site/build/assets/main.js', '1')
  await write('.vercel/output/functions/api/health.func/index.js', 'x'.repeat(2_000))
  pglite = await startPgliteServer()
  model = await startScriptedModel()
  site = await startServer({
    siteDir: join(folder, 'site/build'),
    functions: { 'health.ts': () => Response.json({ status: 'ok', version: 'abc' }) },
    vercelRoutes: await readVercelRoutes(join(folder, 'vercel.json')),
    createId: () => 'id-1',
  })
})
afterAll(async () => {
  await site.close()
  await model.close()
  await pglite.close()
  await rm(folder, { recursive: true })
})

const environment = () => ({
  DATABASE_URL: pglite.connectionString,
  OPENAI_API_KEY: 'sk-a-key',
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_MODEL: 'echo',
  OPENAI_PRICE: '1/0.1/2',
  CRON_SECRET: 'a-secret-of-the-clock',
})

async function examine(changes: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const ended = await runCommand({
    ...{ file: 'doctor-command.ts', args: [...args, '--json'], folder },
    environment: { ...environment(), ...changes },
  })
  const { checks } = JSON.parse(ended.stdout) as { checks: readonly Check[] }
  const stateOf = (name: string): string[] => checks.filter((check) => check.name === name).map(({ state }) => state)
  const toldOf = (name: string): string =>
    checks.flatMap((check) => (check.name === name ? [check.found, check.todo ?? ''] : [])).join(' ')
  return { ...ended, checks, stateOf, toldOf }
}

test('npm run doctor says what to do first on an empty database, then next, and then that all is well', async () => {
  const empty = await examine()
  expect([empty.code, empty.stateOf('migrations'), empty.stateOf('lessons')]).toEqual([1, ['wrong'], []])
  expect(empty.toldOf('migrations')).toContain('npm run migrate')

  await withSession(pglite.connectionString, migrateToLatest)
  const unpublished = await examine()
  expect([unpublished.code, unpublished.stateOf('lessons')]).toEqual([1, ['wrong']])
  expect(unpublished.toldOf('lessons')).toContain('npm run lessons -- publish')

  await runCommand({ file: 'lessons-command.ts', args: ['publish'], folder, environment: environment() })
  const well = await examine({}, '--url', site.url)
  expect(well.checks.filter(({ state }) => state === 'wrong')).toEqual([])
  expect([well.code, well.stderr]).toEqual([0, ''])
  // The scripted model lists none.
  expect(well.checks.filter(({ state }) => state === 'warning').map(({ name }) => name)).toEqual(['model'])
  expect(well.checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['database', 'migrations', 'lessons', 'price', 'headers', 'assets', 'health', 'functions']),
  )
  expect(well.toldOf('functions')).toContain('1 built, the largest 2.0 kB')

  await withSession(pglite.connectionString, migrateDown)
  expect((await examine()).stateOf('migrations')).toEqual(['wrong'])
}, 120_000)

test('it names every problem at once, and no secret in any of them', async () => {
  const secret = 'canary-5f1c'
  const troubled = await examine(
    {
      DATABASE_URL: `postgresql://someone:${secret}@127.0.0.1:1/robots`,
      OPENAI_API_KEY: `sk-${secret}`,
      OPENAI_BASE_URL: `http://user:${secret}@127.0.0.1:1/v1?key=${secret}`,
      ALLOWED_ORIGINS: `https://learn.example.org/${secret}`,
      OTEL_EXPORTER_OTLP_HEADERS: `authorization: ${secret}`,
      OPENAI_PRICE: secret,
      CRON_SECRET: '',
      SECTIONS_AT_A_TIME: secret,
    },
    '--url',
    'http://127.0.0.1:1',
  )
  expect(troubled.code).toBe(1)
  expect(troubled.toldOf('environment')).toMatch(/OPENAI_PRICE.*SECTIONS_AT_A_TIME.*CRON_SECRET/)
  expect([troubled.stateOf('database'), troubled.stateOf('model'), troubled.stateOf('site')]).toEqual([
    ['wrong'],
    ['wrong'],
    ['wrong'],
  ])
  expect(troubled.stdout + troubled.stderr).not.toContain(secret)
})

test('it reports headers of a site that differ from vercel.json, and an invalid health answer', async () => {
  const bare = await startServer({
    siteDir: join(folder, 'site/build'),
    functions: { 'health.ts': () => Response.json({ status: 'degraded', model: 'unreachable' }, { status: 503 }) },
    createId: () => 'id-1',
  })
  const { toldOf, stateOf } = await examine({}, '--url', bare.url)
  await bare.close()
  expect([stateOf('headers'), stateOf('assets'), stateOf('health')]).toEqual([['wrong'], ['warning'], ['wrong']])
  expect(toldOf('headers')).toContain('content-security-policy')
  expect(toldOf('health')).toContain('model unreachable')
})

test('an address that is none is refused before anything is looked at', async () => {
  const ended = await runCommand({ file: 'doctor-command.ts', args: ['--url', 'here'], folder })
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: '--url is "here": wanted the address of the site, such as https://lessons.example\n',
  })
})
