/** Repeats one call without a database: started by `measure-own-cpu.ts`. */
import { once } from 'node:events'
import personalize from '../../api/personalize.ts'
import { withRequestContext } from '../../local/request-context.ts'
import type { CachedCall } from './measure-own-cpu.ts'

const warmUps = 400
const repeats = 1_000

const network = globalThis.fetch
const recorded = new Map<string, string>()

/** Asks the database the first time, and replays its answer from then on. */
async function replayAnswer(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const statement = typeof init?.body === 'string' ? init.body : ''
  const known = recorded.get(statement)
  if (known !== undefined) return new Response(known, { headers: { 'content-type': 'application/json' } })
  const body = await (await network(url, init)).text()
  recorded.set(statement, body)
  return new Response(body)
}

async function repeatCall({ reader, slug, accept }: CachedCall, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    const work: Promise<unknown>[] = []
    const request = new Request('https://palimpsest.test/api/personalize', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, 'x-user-id': reader },
      body: JSON.stringify({ lesson_slug: slug, form: 'slots' }),
    })
    const response = await withRequestContext(
      request,
      (promise) => void work.push(promise),
      () => personalize(request),
    )
    const text = await response.text()
    await Promise.all(work)
    if (response.status !== 200 || /"state":"writing"|"cached":false/.test(text))
      throw new Error(`Cannot measure a cached lesson: got ${response.status} ${text.slice(0, 200)}`)
  }
}

globalThis.fetch = replayAnswer
const [call] = (await once(process, 'message')) as [CachedCall]
await repeatCall(call, warmUps)
const before = process.cpuUsage()
await repeatCall(call, repeats)
const { user, system } = process.cpuUsage(before)
process.send?.((user + system) / 1_000 / repeats)
