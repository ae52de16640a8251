import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseLesson } from '../lib/lesson/parse-lesson.ts'
import { openRaw } from './create-test-servers.ts'
import type { EnvironmentValues } from './environment.ts'
import { openLimits } from './open-limits.ts'
import { startPalimpsest } from './start-palimpsest.ts'

let root: string
let printed: string[]
let builds: number
let settings: EnvironmentValues
let opened: (() => Promise<void>)[]

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'palimpsest-start-'))
  printed = []
  builds = 0
  settings = {}
  opened = []
  await write('site/docs/lesson.md', '# Lesson')
  await write('api/hello.ts', 'export default (request: Request) => new Response(`hello from ${request.method}`)')
  await write('vercel.json', '{"headers":[{"source":"/(.*)","headers":[{"key":"X-Test","value":"yes"}]}]}')
})

afterEach(async () => {
  await closeAll()
  await rm(root, { recursive: true })
})

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await close()
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

async function buildSite(): Promise<void> {
  builds += 1
  const lesson = await parseLesson({ slug: 'lesson', file: '# Lesson\n\nA robot moves.\n', language: 'en' })
  await write('site/build/index.html', '<h1>Home</h1>')
  await write('site/build-manifest/lessons.json', JSON.stringify({ version: 1, lessons: [lesson] }))
}

const start = (environment: EnvironmentValues = {}) =>
  startPalimpsest({
    root,
    environment: { PORT: '0', ...environment },
    setEnvironment: (values) => (settings = values),
    buildSite,
    print: (line) => printed.push(line),
    onOpened: (close) => opened.push(close),
    startDemoWriter: async () => ({ baseUrl: 'http://127.0.0.1:9/v1', close: async () => {} }),
    list: async () => ({ answer: 'none', reason: 'ECONNREFUSED' }),
  })

test('a start serves site and functions and says what runs; the second one builds and publishes nothing', async () => {
  const url = await start()
  const home = await fetch(url)
  const hello = await fetch(`${url}/api/hello`)

  expect([await home.text(), home.headers.get('x-test'), await hello.text()]).toEqual([
    '<h1>Home</h1>',
    'yes',
    'hello from GET',
  ])
  expect(settings).toEqual({
    ...openLimits,
    DATABASE_URL: expect.stringMatching(/^postgresql:\/\/postgres:\w{48}@127\.0\.0\.1:/),
    NEON_FETCH_ENDPOINT: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/sql$/),
    LOG_REQUESTS: 'off',
    OPENAI_API_KEY: 'demo',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_MODEL: 'demo-writer',
  })
  expect(printed).toContain(`Palimpsest   ${url}`)
  expect(printed).toContain('  lessons    1 new, 0 unchanged')
  expect(printed).toContain('  model      demo writer (rules, not a model)')
  expect(printed.join('\n')).toContain('For the real thing, set in .env:\n  OPENAI_API_KEY')

  await closeAll()
  printed = []
  await start()

  expect(builds).toBe(1)
  expect(printed).toContain('  lessons    0 new, 1 unchanged')
  expect(printed.find((line) => line.startsWith('  database'))).toMatch(/PGlite in .*, up to date$/)
  expect(printed).toContain('  site       unchanged')
})

test('a second start says where the first one is, and builds and opens nothing', async () => {
  await start({ PORT: '0' })
  await expect(start()).rejects.toThrow(
    /^Palimpsest runs already at http:\/\/127\.0\.0\.1:0 \(process \d+\): use that, or stop it first$/,
  )
  expect(builds).toBe(1)
})

test('a taken port ends the start before anything is built or opened', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' ? `${address?.port}` : ''

  await expect(start({ PORT: port })).rejects.toThrow(`Port ${port} is taken by another program`)
  other.close()

  expect([builds, opened.length]).toEqual([0, 0])
})

test('settings that cannot be used end the start before anything is built or opened, all of them at once', async () => {
  const pooled = 'postgresql://me:pw@ep-a-pooler.eu-central-1.aws.neon.tech/db'
  await expect(start({ SECTIONS_AT_A_TIME: '99', PORT: '-1', DATABASE_URL: pooled })).rejects.toThrow(
    [
      'SECTIONS_AT_A_TIME is too large: wanted a number from 1 to 16',
      'PORT is negative: wanted a number from 0 to 65535',
      'DATABASE_URL names a pooler, which has no session for migrations: wanted the direct connection string, whose host has no "-pooler" in it',
    ].join('\n'),
  )

  expect([builds, opened.length]).toEqual([0, 0])
  expect(settings).toEqual({})
})

test('a start answers for this machine alone, and for the names in ALLOWED_HOSTS', async () => {
  const statusFor = async (url: string, host: string): Promise<number | undefined> =>
    (await openRaw(url, '/', { host })).resume().statusCode
  const alone = await start()
  expect(await statusFor(alone, 'localhost:3000')).toBe(200)
  expect(await statusFor(alone, 'evil.example')).toBe(400)
  await closeAll()
  const named = await start({ ALLOWED_HOSTS: 'box.local' })
  expect([await statusFor(named, 'box.local:3000'), await statusFor(named, 'evil.example')]).toEqual([200, 400])
})

test.each(['https://box.local', 'box.local:3000', 'box local', '*', 'a,,b'])(
  'a start with ALLOWED_HOSTS=%s ends with what is wanted',
  async (ALLOWED_HOSTS) => {
    await expect(start({ ALLOWED_HOSTS })).rejects.toThrow(/ALLOWED_HOSTS .*: wanted names of hosts/)
  },
)
