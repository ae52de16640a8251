import { friend } from '../support/contract/friend.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TransferAnswer } from '../../lib/contract/answers.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { buildDocument } from '../../local/contract/build-document.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startServer, type RunningServer } from '../../local/server.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import {
  arbitraryPreflight,
  arbitraryRequest,
  type FuzzedRequest,
  type Known,
} from '../support/contract/arbitrary-request.ts'
import { createJudge } from '../support/contract/judge-answers.ts'
import { judgeOrigin } from '../support/contract/judge-origin.ts'
import { listCalls, type DescribedCall, type OpenApi } from '../support/contract/openapi.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { readLesson } from '../support/read-lesson.ts'
import { startScriptedModel } from '../support/scripted-model.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

/** Requests for each documented status. Another seed looks elsewhere: `FUZZ_SEED=7 FUZZ_RUNS=200 npx vitest run --project database test/contract`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123)
const runs = Number(process.env['FUZZ_RUNS'] ?? 12)

const cronSecret = 'a-cron-secret-for-tests'
/** Answers that no request brings about by itself: faults of the server, races, and limits that are not reached here. */
const unforced = new Set(['500', '503', '429', 'PUT /api/user/preferences 409'])

const document = buildDocument() as unknown as OpenApi
const judge = createJudge(document)
let database: StartedDatabase
let model: Awaited<ReturnType<typeof startScriptedModel>>
let server: RunningServer

beforeAll(async () => {
  model = await startScriptedModel()
  database = await startDatabase()
  server = await startServer({ siteDir: 'site/static', functions: await loadFunctions('api') })
})
afterAll(async () => {
  await server.close()
  await database.close()
  await model.close()
})
beforeEach(() => {
  Object.assign(process.env, {
    ...openLimits,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
    CRON_SECRET: cronSecret,
    ALLOWED_ORIGINS: friend,
  })
  aModel('echo')
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

const send = ({ method, path, headers, body }: FuzzedRequest): Promise<Response> =>
  fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) })

async function makeCode(learner: string): Promise<string> {
  const headers = { 'x-user-id': learner }
  const response = await fetch(`${server.url}/api/user/transfer`, { method: 'POST', headers })
  return ((await response.json()) as TransferAnswer).code
}

/** Learners, a lesson and a rewrite that are there, and some that are not. */
async function knownValues(): Promise<Known> {
  const learners = await Promise.all(Array.from({ length: 4 }, () => aLearner()))
  const { slug, content_hash } = await publishLesson(database.db)
  const { lesson, sections } = await readLesson(learners[0] ?? '', { lesson_slug: slug })
  const keys = await Promise.all([aKey({}, database.db), aKey({ scopes: ['insights'] }, database.db)])
  const codes = await Promise.all(learners.map(makeCode))
  const stranger = crypto.randomUUID()
  const ids = [...learners, stranger]
  return {
    user_id: ids,
    'X-User-ID': ids,
    code: codes,
    key: [lesson.key, '0'.repeat(64)],
    rewrite_key: [...sections.flatMap(({ key }) => key ?? []), '0'.repeat(64)],
    lesson_slug: [slug, slug, 'no/such'],
    content_hash: [content_hash],
    'POST /api/personalize': [
      {
        lesson_slug: 'mine',
        original_content: '# Mine\n\nSome text of my own, long enough to be rewritten in other words.',
      },
      { lesson_slug: 'mine', original_content: '---\n[\n---\n\nNo front matter.' },
    ],
    sections: [['torque'], ['torque', 'code'], ['nowhere']],
    choices: [{ torque: { level: 'simpler' } }, {}],
    Authorization: [...keys.map(({ headers }) => headers.authorization), `Bearer ${cronSecret}`],
  }
}

/** Holds many answers of one call to the document; gives each status that came. */
async function fuzz(call: DescribedCall, known: Known, { numRuns = 1, mayFail = false } = {}): Promise<Set<string>> {
  const seen = new Set<string>()
  const property = fc.asyncProperty(arbitraryRequest(document, call, known), async (request) => {
    const response = await send(request)
    if (response.status >= 500 && !mayFail) throw new Error(`${response.status}: ${await response.text()}`)
    if (request.method === call.method) seen.add(String(response.status))
    judgeOrigin(request, response)
    if (request.method !== 'HEAD') await judge(call, request.method, response)
  })
  await fc.assert(property, { seed, numRuns })
  return seen
}

describe.each(listCalls(document))('$name', (call) => {
  test('answers whatever it is sent as the document says, and never with a fault of its own', async () => {
    const seen = await fuzz(call, await knownValues(), { numRuns: runs * Object.keys(call.operation.responses).length })
    const wanted = Object.keys(call.operation.responses).filter(
      (status) => !unforced.has(status) && !unforced.has(`${call.name} ${status}`),
    )
    expect([...seen].toSorted(), 'every documented status was seen').toEqual(wanted.toSorted())
  })

  test('lets pages of the known origin ask first, whatever they ask, and answers every other origin with a 405', async () => {
    const methods = listCalls(document).filter(({ path }) => path === call.path)
    const property = fc.asyncProperty(arbitraryPreflight(document, call, await knownValues()), async (request) => {
      const response = await send(request)
      judgeOrigin(request, response)
      if (request.headers['origin'] !== friend) return judge(call, 'OPTIONS', response)
      expect([response.status, await response.text()]).toEqual([204, ''])
      const allowed = response.headers.get('access-control-allow-methods')?.split(', ').toSorted()
      expect(allowed).toEqual(methods.map(({ method }) => method).toSorted())
      expect(response.headers.get('access-control-allow-headers')).toBe('authorization, content-type, x-user-id')
    })
    await fc.assert(property, { seed, numRuns: runs * 4 })
  })

  test('answers as documented when the database is away, the day is used up, or a setting is missing', async () => {
    const known = await knownValues()
    const faults = [
      { NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql' },
      { DAILY_REQUESTS: '0', ADDRESS_DAILY_NEW_LEARNERS: '0', ADDRESS_DAILY_WRONG_KEYS: '0' },
      { DAILY_TOKENS: '0' },
      { DATABASE_URL: '' },
    ]
    for (const fault of faults) {
      const before = { ...process.env }
      Object.assign(process.env, fault)
      await fuzz(call, known, { numRuns: runs, mayFail: true })
      process.env = before
    }
    const codes = takeLoggedErrors().map(({ event }) => event)
    expect([...new Set(codes)].filter((code) => code !== 'database-unavailable')).toEqual([])
  })
})
