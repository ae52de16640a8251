import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import { keyScopes } from '../../lib/contract/key-form.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { buildDocument } from '../../local/contract/build-document.ts'
import { anyCode } from '../../local/contract/find-example.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startServer, type RunningServer } from '../../local/server.ts'
import { keyVariable } from '../../local/transcripts/key-variable.ts'
import { runStep } from '../../local/transcripts/run-step.ts'
import { aKey } from '../support/a-key.ts'
import { createJudge } from '../support/contract/judge-answers.ts'
import { listCalls, type OpenApi } from '../support/contract/openapi.ts'
import { backgroundWork } from '../support/background-work.ts'
import { startScriptedModel } from '../support/scripted-model.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

const document = buildDocument() as unknown as OpenApi
const judge = createJudge(document)
const slug = 'foundations/physical-ai'
let database: StartedDatabase
let model: Awaited<ReturnType<typeof startScriptedModel>>
let server: RunningServer

beforeAll(async () => {
  model = await startScriptedModel()
  database = await startDatabase()
  Object.assign(process.env, {
    ...openLimits,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
    OPENAI_MODEL: 'echo:examples',
    [keyVariable]: (await aKey({ scopes: keyScopes }, database.db)).key,
  })
  const file = await readFile(`site/docs/${slug}.md`, 'utf8').catch(() => readFile(`site/docs/${slug}.mdx`, 'utf8'))
  await publishLessons(
    { db: database.db },
    { version: 1, lessons: [await parseLesson({ slug, file, language: 'en' })] },
  )
  server = await startServer({ siteDir: 'site/static', functions: await loadFunctions('api') })
})
afterEach(backgroundWork)
afterAll(async () => {
  await server.close()
  await database.close()
  await model.close()
})

/** What `curl -i` printed, as an answer. */
function readAnswer(printed: string): Response {
  const [head = '', ...body] = printed.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map(
    (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const,
  )
  return new Response(body.join('\r\n\r\n'), {
    status: Number(first.split(' ')[1]),
    headers: headers.map(([...pair]) => pair),
  })
}

/** Those whose example names a key that only a deployment knows. */
const unknownKey = new Set(['GET /api/rewrites/{key}', 'POST /api/feedback'])
const erasing = 'DELETE /api/user/me'

test('every call has an example, but those that have a better one beside them', () => {
  const silent = listCalls(document).filter(({ operation }) => !operation['x-codeSamples'] && !operation.deprecated)
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('every example is run with curl, and answered as the description says', async () => {
  const calls = listCalls(document).filter(({ operation }) => operation['x-codeSamples'])
  const inOrder = [...calls.filter(({ name }) => name !== erasing), ...calls.filter(({ name }) => name === erasing)]
  let code = anyCode
  for (const call of inOrder) {
    const [{ source } = { source: '' }] = call.operation['x-codeSamples'] ?? []
    const printed = await runStep(source.replaceAll(anyCode, code), server.url)
    code = /"code":"([^"]+)"/.exec(printed)?.[1] ?? code
    const answer = readAnswer(printed)
    expect(answer.ok, `${call.name} ${answer.status}`).toBe(!unknownKey.has(call.name))
    await judge(call, call.method, answer)
  }
})
