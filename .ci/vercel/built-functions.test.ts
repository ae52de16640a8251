import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { EdgeRuntime } from 'edge-runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '../../lib/db/create-database.ts'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { startNeonEndpoint, type NeonEndpoint } from '../../local/neon-endpoint.ts'
import { startPgliteServer, type PgliteServer } from '../../local/pglite-server.ts'
import { withSession } from '../../local/with-session.ts'
import { lessonFile } from '../../test/support/lesson-file.ts'
import { startScriptedModel } from '../../test/support/scripted-model.ts'
import { startCollector } from '../../test/support/start-collector.ts'
import { bundleFunction, type BundledFunction } from './bundle-function.ts'

const functionsFolder = path.join(import.meta.dirname, '../../.vercel/output/functions')
/** The one function that asks a model. */
const writingRoute = '/api/personalize'
/**
 * KB, gzipped. Every cold start parses all of it; the platform's own limit is 1 MB. What the packages weigh alone, and
 * why this is not less: docs/decisions/0016.
 */
const gzippedKilobytesMax = 93
/** Those that restore lessons, add up insights or ask a model. */
const larger: Readonly<Record<string, number>> = {
  '/api/operator/[task]': 96,
  '/api/rewrites/[key]': 96,
  [writingRoute]: 575,
}
/** Milliseconds for a first answer in a runtime of its own: far above what is measured, since machines differ. */
const coldStartMax = 5_000
/** The packages that ask a model, and those that parse Markdown. */
const writingPackages = /^(?:ai|@ai-sdk\/.*|zod|micromark.*|mdast-util-(?!to-string).*|remark-.*|acorn.*|js-yaml)$/
/** How many functions the platform's free plan deploys. */
const functionsMax = 12

let functions: BundledFunction[]
let database: PgliteServer
let endpoint: NeonEndpoint
let model: Awaited<ReturnType<typeof startScriptedModel>>
const slug = 'built/lesson'

beforeAll(async () => {
  const folders = (await readdir(functionsFolder, { recursive: true })).filter((name) => name.endsWith('.func'))
  functions = await Promise.all(folders.toSorted().map((folder) => bundleFunction(functionsFolder, folder)))
  database = await startPgliteServer()
  await withSession(database.connectionString, migrateToLatest)
  endpoint = await startNeonEndpoint({ connectionString: database.connectionString })
  model = await startScriptedModel()
  const db = createDatabase({ connectionString: database.connectionString, fetchEndpoint: endpoint.url })
  const lesson = await parseLesson({ slug, file: lessonFile, language: 'en' })
  await publishLessons({ db }, { version: 1, lessons: [lesson] })
})
afterAll(async () => {
  await model.close()
  await endpoint.close()
  await database.close()
})

test('every file of api/ is an edge function, and no more than the free plan deploys', async () => {
  const files = (await readdir(path.join(import.meta.dirname, '../../api'), { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `/api/${name.replace(/\.ts$/, '')}`)
  expect(functions.map(({ route }) => route)).toEqual(files.toSorted())
  expect(functions.length).toBeLessThanOrEqual(functionsMax)
  for (const { route, config } of functions) expect(config.runtime, route).toBe('edge')
})

test('all functions are pinned to the same region: the database has one', () => {
  const regions = new Set(functions.flatMap(({ config }) => config.regions ?? ['none']))
  expect([...regions]).toEqual([expect.stringMatching(/^[a-z]{3}1$/)])
})

test('every bundled function is within its budget', () => {
  for (const { route, gzippedBytes } of functions) {
    const kilobytes = gzippedBytes / 1024
    process.stdout.write(`${route.padEnd(32)} ${kilobytes.toFixed(1).padStart(7)} KB gzipped\n`)
    expect(kilobytes, route).toBeLessThan(larger[route] ?? gzippedKilobytesMax)
  }
})

test('the functions that do not rewrite carry no code that asks a model or parses Markdown', () => {
  const carried = ({ packages }: BundledFunction): string[] =>
    [...packages].filter((name) => writingPackages.test(name))
  for (const bundled of functions) {
    if (bundled.route === writingRoute) expect(carried(bundled)).toEqual(expect.arrayContaining(['ai', 'micromark']))
    else {
      expect(carried(bundled), bundled.route).toEqual([])
      expect([...bundled.files], bundled.route).not.toContain('lib/llm/create-writer.ts')
    }
  }
})

test('every function answers from a cold start in the edge runtime', async () => {
  for (const { route } of functions) {
    const began = performance.now()
    const { status } = await call(route, { method: 'PATCH' })
    const milliseconds = performance.now() - began
    process.stdout.write(`${route.padEnd(32)} ${milliseconds.toFixed(0).padStart(7)} ms to the first answer\n`)
    expect(status, route).toBe(405)
    expect(milliseconds, route).toBeLessThan(coldStartMax)
  }
})

/** This runtime puts a proxy in the place of `Object`, which packages take for another class; the platform does not. */
const plainObject = 'globalThis.Object = {}.constructor;'

interface Answer {
  readonly status: number
  readonly text: string
}

/** Calls a built function in an edge runtime of its own. */
async function call(
  route: string,
  {
    path: urlPath = route,
    environment = {},
    ...init
  }: {
    path?: string
    method?: string
    body?: unknown
    headers?: Record<string, string>
    environment?: Record<string, string>
  },
): Promise<Answer> {
  const found = functions.find((one) => one.route === route)
  if (!found) throw new Error(`There is no built function ${route}`)
  const pending: Promise<unknown>[] = []
  const runtime = new EdgeRuntime({
    initialCode: `${plainObject}${found.code}`,
    extend: (context) =>
      Object.assign(context, {
        [Symbol.for('@vercel/request-context')]: {
          get: () => ({ headers: {}, url: '', waitUntil: (work: Work) => pending.push(begin(work)) }),
        },
        edgeModules: { async_hooks: { AsyncLocalStorage, AsyncResource }, events: { EventEmitter } },
        process: {
          env: {
            DATABASE_URL: database.connectionString,
            NEON_FETCH_ENDPOINT: endpoint.url,
            OPENAI_API_KEY: 'test-key',
            OPENAI_BASE_URL: model.baseUrl,
            OPENAI_MODEL: 'echo',
            ...environment,
          },
        },
      }),
  })
  const headers = { ...(init.body === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers }
  const request = { ...init, headers, ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }) }
  const response: Response = await runtime.evaluate(
    `edgeFunction.default(new Request('https://palimpsest.test${urlPath}', ${JSON.stringify(request)}))`,
  )
  const text = await response.text()
  while (pending.length > 0) await Promise.all(pending.splice(0))
  return { status: response.status, text }
}

/** What may be handed to `waitUntil`. */
type Work = Promise<unknown> | (() => Promise<unknown>)

const begin = (work: Work): Promise<unknown> => (typeof work === 'function' ? work() : work)

const user_id = '0b7d4c1e-5a2f-4e8b-9c3d-1f2a3b4c5d6e'

test('the built functions carry a learner from the first request to a cached lesson', async () => {
  const headers = { 'x-user-id': user_id }
  expect(await call('/api/user/create', { method: 'POST', body: { user_id } })).toMatchObject({ status: 201 })
  expect(await call('/api/user/[user_id]', { path: `/api/user/${user_id}` })).toMatchObject({ status: 200 })
  const answers = {
    education_level: 'graduate',
    programming_experience: 'advanced',
    robotics_background: true,
    ai_ml_experience: 'basic',
    learning_goals: ['research'],
  }
  expect(await call('/api/onboarding', { method: 'POST', body: { user_id, ...answers } })).toMatchObject({
    status: 200,
  })
  expect(await call('/api/user/preferences', { headers })).toMatchObject({ status: 200 })

  const streamed = await call('/api/personalize', {
    method: 'POST',
    body: { lesson_slug: slug },
    headers: { ...headers, accept: 'text/event-stream' },
  })
  expect(streamed.text).toMatch(/^event: lesson-start\n/)
  expect(streamed.text).toContain('event: section-block')
  expect(streamed.text).toContain('event: lesson-end')
  const key = /"key":"([0-9a-f]{64})"/.exec(streamed.text)?.[1] ?? ''

  const again = await call('/api/personalize', { method: 'POST', body: { lesson_slug: slug }, headers })
  expect(JSON.parse(again.text)).toMatchObject({ cached: true, summary: { written: 0 } })
  const [rewrite_key] = /(?<="key":")[0-9a-f]{64}(?=","written_at")/.exec(streamed.text) ?? []
  const said = await call('/api/feedback', { method: 'POST', body: { rewrite_key, rating: 'up' }, headers })
  expect(said).toEqual({ status: 200, text: JSON.stringify({ rewrite_key, rating: 'up', reason: null }) })
  const choices = { torque: { level: 'simpler', variant: 1 } }
  const chosen = { lesson_slug: slug, sections: ['torque', 'code'], choices }
  const retold = await call('/api/personalize', { method: 'POST', body: chosen, headers })
  expect(JSON.parse(retold.text)).toMatchObject({ summary: { written: 1, cached: 1 } })
  expect(await call('/api/rewrites/[key]', { path: `/api/rewrites/${key}` })).toMatchObject({ status: 200 })
  expect(await call('/api/personalize/cache', { method: 'DELETE', headers })).toEqual({
    status: 200,
    text: '{"deleted_count":1}',
  })
  expect(await call('/api/health', {})).toMatchObject({ status: 200 })
})

test('with its switch on, the built function sends the spans of all that it did before it may sleep', async () => {
  const collector = await startCollector()
  const { status } = await call('/api/personalize', {
    method: 'POST',
    body: { lesson_slug: slug, level: 'deeper' },
    headers: { 'x-user-id': user_id },
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
  })
  expect(status).toBe(200)
  const spans = collector.spans()
  await collector.close()
  const request = spans.find(({ name }) => name === 'POST /api/personalize')
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([request?.traceId]))
  const names = [
    'POST /api/personalize',
    'postgresql',
    'write section',
    'invoke_agent echo',
    'step 1',
    'chat echo',
    'POST',
  ]
  expect(new Set(spans.map(({ name }) => name))).toEqual(new Set(names))
})

test('a built function answers 405 with the one error shape', async () => {
  const { status, text } = await call('/api/health', { method: 'POST', body: {} })
  expect(status).toBe(405)
  expect(JSON.parse(text)).toMatchObject({ error: 'method-not-allowed' })
})
