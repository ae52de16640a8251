import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildProfileKeys } from '../lib/profile/profile-keys.ts'
import { createUser, storePreferences } from '../lib/db/user-queries.ts'
import { someAnswers } from '../test/support/a-learner.ts'
import { aSubject } from '../test/support/a-subject.ts'
import { createGate } from '../test/support/create-gate.ts'
import { publishLesson } from '../test/support/publish-lesson.ts'
import { readEvents } from '../test/support/read-events.ts'
import { startDatabase, type StartedDatabase } from '../test/support/start-database.ts'
import { startHeldModel, type HeldModel } from '../test/support/start-held-model.ts'
import { startPostgres, type StartedPostgres } from '../test/support/start-postgres.ts'

let [site, database, empty, model] = [] as unknown as [string, StartedDatabase, StartedPostgres, HeldModel]
const running = new Set<ChildProcess>()

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'palimpsest-serve-'))
  await writeFile(join(site, 'index.html'), '<h1>The book</h1>')
  ;[database, empty, model] = await Promise.all([startDatabase(), startPostgres(), startHeldModel()])
}, 120_000)
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(async () => {
  await Promise.all([database.close(), empty.close(), model.close(), rm(site, { recursive: true })])
})

interface Serving {
  readonly url: string
  /** All that it has written so far. */
  readonly lines: readonly string[]
  /** Sends SIGTERM, as systemd and Docker do; the exit code. */
  stop(): Promise<number | null>
}

type Environment = Readonly<Record<string, string>>

function run(environment: Environment, args: readonly string[] = []) {
  const child = spawn(process.execPath, ['local/serve-command.ts', '--site', site, ...args], {
    env: {
      NO_COLOR: '1',
      PORT: '0',
      DATABASE_URL: database.connectionString,
      OPENAI_BASE_URL: model.baseUrl,
      ...environment,
    },
  })
  running.add(child)
  const lines: string[] = []
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    running.delete(child)
    return code as number | null
  })
  const serving = new Promise<string>((resolve) => {
    for (const output of [child.stdout, child.stderr])
      createInterface(output).on('line', (line) => {
        lines.push(line)
        const url = /serves at (\S+):/.exec(line)?.[1]
        if (url !== undefined) resolve(url)
      })
  })
  return { child, lines, ended, serving }
}

async function serve(environment: Environment = {}): Promise<Serving> {
  const { child, lines, ended, serving } = run(environment)
  const url = await Promise.race([serving, ended])
  if (typeof url !== 'string') throw new Error(`It ended: ${lines.join('\n')}`)
  return {
    url,
    lines,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** What it writes when it ends by itself with exit code 1. */
async function refusal(environment: Environment): Promise<string> {
  const { lines, ended } = run(environment)
  expect(await ended).toBe(1)
  return lines.join('\n')
}

const create = (url: string, headers: Environment = {}): Promise<Response> =>
  fetch(`${url}/api/user/create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ user_id: crypto.randomUUID() }),
  })

test('it serves site and functions with the headers of vercel.json, logs each request, and exits with 0 on a signal', async () => {
  const { url, lines, stop } = await serve()
  const home = await fetch(url)
  expect(await home.text()).toBe('<h1>The book</h1>')
  expect(home.headers.get('content-security-policy')).toContain("default-src 'self'")
  const health = await fetch(`${url}/api/health`)
  expect(await health.json()).toMatchObject({ status: 'ok', database: 'reachable', model: 'reachable' })
  expect(await stop()).toBe(0)
  expect(lines[0]).toMatch(/^Palimpsest serves at http:\/\/127\.0\.0\.1:\d+: PostgreSQL at 127\.0\.0\.1:/)
  expect(lines.filter((line) => line.includes('"event":"request"'))).toHaveLength(1)
  expect(lines.join('\n')).not.toContain('postgres:postgres')
})

test('JSON answers are compressed for whoever takes that, and say so to caches', async () => {
  const { url, stop } = await serve()
  const response = await new Promise<{ headers: Readonly<Record<string, string | string[] | undefined>> }>(
    (resolve, reject) => {
      get(`${url}/api/user/nobody`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        answer.resume()
        resolve(answer)
      }).on('error', reject)
    },
  )
  expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
  await stop()
})

test('behind a proxy the address is the one in its header; without that setting no header is trusted', async () => {
  const limits = { ADDRESS_DAILY_NEW_LEARNERS: '1' }
  const behind = await serve({ ...limits, CLIENT_ADDRESS_HEADER: 'X-Real-IP' })
  const statuses = []
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.1'])
    statuses.push((await create(behind.url, { 'x-real-ip': address, 'x-forwarded-for': '198.51.100.9' })).status)
  expect(statuses).toEqual([201, 201, 429])
  await behind.stop()
  const open = await serve(limits)
  expect((await create(open.url, { 'x-real-ip': '203.0.113.3' })).status).toBe(201)
  expect((await create(open.url, { 'x-real-ip': '203.0.113.4' })).status).toBe(429)
  await open.stop()
})

test('a lesson that is being written when it is stopped comes to its end', async () => {
  const { slug } = await publishLesson(database.db)
  const learner = crypto.randomUUID()
  await createUser(database.db, learner, aSubject())
  await storePreferences(database.db, learner, {
    answers: someAnswers,
    profileKeys: await buildProfileKeys(someAnswers),
  })
  const gate = createGate()
  model.hold = () => gate
  const { url, lines, stop } = await serve()
  const response = await fetch(`${url}/api/personalize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-user-id': learner, accept: 'text/event-stream' },
    body: JSON.stringify({ lesson_slug: slug }),
  })
  await gate.reached
  const ended = stop()
  await expect.poll(() => lines.some((line) => line.startsWith('Stopping'))).toBe(true)
  gate.open()
  const events = await readEvents(response)
  expect(events.at(-1)?.event).toBe('lesson-end')
  const ends = events.flatMap((event) => (event.event === 'section-end' ? [event.data] : []))
  expect(ends.filter(({ source }) => source === 'rewrite').length).toBeGreaterThan(1)
  expect(ends.filter(({ reason }) => reason?.startsWith('model-'))).toEqual([])
  expect(await ended).toBe(0)
  model.hold = () => undefined
})

test('it does not start without a database, tables, a model or a site, and says what to do in one line', async () => {
  expect(await refusal({ DATABASE_URL: '' })).toBe(
    'DATABASE_URL is not set: wanted "postgresql://user:password@host/database"',
  )
  expect(await refusal({ DATABASE_URL: empty.connectionString })).toMatch(
    /^PostgreSQL at .*: migrations not applied: .* Run npm run migrate$/,
  )
  expect(await refusal({ OPENAI_BASE_URL: '' })).toBe(
    'No model is set: wanted OPENAI_API_KEY, OPENAI_BASE_URL, or --demo for the demo writer',
  )
  expect(await refusal({ CLIENT_ADDRESS_HEADER: 'X-Real-IP: 1' })).toMatch(/^CLIENT_ADDRESS_HEADER is no name/)
  expect((await refusal({ PORT: '3000ms', HOST: 'http://here', OPENAI_MODEL: 'gpt 5' })).split('\n')).toEqual([
    expect.stringMatching(/^OPENAI_MODEL has a blank in it: wanted /),
    expect.stringMatching(/^PORT is not a whole number: wanted /),
    expect.stringMatching(/^HOST is no name or address of a host: wanted /),
  ])
  const { lines, ended } = run({}, ['--site', join(site, 'none')])
  expect(await ended).toBe(1)
  expect(lines.join('\n')).toMatch(/^There is no built site in .*none: build it first \(npm run build\)$/)
})
