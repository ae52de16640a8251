import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { resolveOriginal, type SectionResult } from '../../lib/rewrite/section-result.ts'
import type { Usage } from '../../lib/contract/wire-events.ts'
import { aProof } from '../../test/support/a-proof.ts'
import { createGate } from '../../test/support/create-gate.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import type { WantedRewrite } from './plan-refresh.ts'
import { warmRewrites, type WarmDeps } from './warm-rewrites.ts'

const lesson = await parseLesson({ slug: 'a', file: 'A motor turns an arm with torque.', language: 'en' })
const [planned] = await planUncached(lesson)
if (!planned) throw new Error('The lesson has no section')
const one: WantedRewrite = { lesson, planned }
const many = (count: number): WantedRewrite[] => Array.from({ length: count }, () => ({ ...one }))

const usageOf = (tokens: number | null): Usage => ({ input_tokens: tokens, cached_input_tokens: 0, output_tokens: 0 })
const written = (tokens: number): SectionResult => ({
  ...{ planned, source: 'rewrite', cached: false, proof: aProof(), usage: usageOf(tokens), shown: false },
})

/** A budget of tokens, of which a section takes at most 100. */
const deps = (changes: Partial<WarmDeps>): WarmDeps => ({
  atATime: 4,
  write: async () => written(10),
  atMost: () => ({ input: 60, output: 40 }),
  costOf: ({ input, output }) => input + output,
  budget: 1_000_000,
  signal: new AbortController().signal,
  onResolved: () => {},
  ...changes,
})

test('what is spent never exceeds the budget, whatever each section takes and however many are written at once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 1_500 }),
      async (costs, atATime, budget) => {
        const left = [...costs]
        const done = await warmRewrites(
          many(costs.length),
          deps({ atATime, budget, write: async () => written(left.shift() ?? 0) }),
        )
        expect(done.spent).toBeLessThanOrEqual(budget)
        expect(done.written + done.left).toBe(costs.length)
        // It stops only when the next one might be too much.
        if (done.left > 0) expect(done.spent).toBeGreaterThan(budget - 100)
      },
    ),
  ))

test('no more sections are written at once than are allowed, and all are begun in their order', async () => {
  const begun: number[] = []
  let open = 0
  let max = 0
  const wanted = many(12)
  const done = await warmRewrites(
    wanted,
    deps({
      atATime: 3,
      write: async (next) => {
        begun.push(wanted.indexOf(next))
        max = Math.max(max, ++open)
        await Promise.resolve()
        open--
        return written(1)
      },
    }),
  )
  expect([max, begun, done.written]).toEqual([3, wanted.map((_, at) => at), 12])
})

test('after a Ctrl+C nothing more is begun, and what is under way is finished and counted', async () => {
  const stopping = new AbortController()
  const gate = createGate()
  const warming = warmRewrites(
    many(5),
    deps({
      atATime: 2,
      signal: stopping.signal,
      write: async () => {
        await gate.pass()
        return written(10)
      },
    }),
  )
  stopping.abort()
  gate.open()
  expect(await warming).toMatchObject({ written: 2, left: 3, stopped: 'interrupted', spent: 20 })
})

test('a model that fails five times in a row is not asked a sixth time; a success in between begins the count anew', async () => {
  const failed = resolveOriginal(planned, 'model-unavailable', { usage: usageOf(0) })
  const always = await warmRewrites(many(9), deps({ atATime: 1, write: async () => failed }))
  expect(always).toMatchObject({ failed: { 'model-unavailable': 5 }, left: 4, stopped: 'failing' })
  let calls = 0
  const sometimes = await warmRewrites(
    many(9),
    deps({ atATime: 1, write: async () => (++calls % 5 === 0 ? written(1) : failed) }),
  )
  expect(sometimes).toMatchObject({ written: 1, left: 0, stopped: null })
})

test('a text that the verifier rejected is no failure of the model', async () => {
  const proof = aProof({ verdict: 'rejected', reasons: ['slot-missing'] })
  const rejected = resolveOriginal(planned, 'slot-missing', { proof, usage: usageOf(30) })
  const done = await warmRewrites(many(9), deps({ write: async () => rejected }))
  expect(done).toMatchObject({ rejected: { 'slot-missing': 9 }, failed: {}, spent: 270, stopped: null })
})

test('a day whose tokens are used up ends it, and the section that found out is left for the next day', async () => {
  const refused = resolveOriginal(planned, 'budget-reached')
  const done = await warmRewrites(many(4), deps({ atATime: 1, write: async () => refused }))
  expect(done).toMatchObject({ left: 4, stopped: 'day-budget', spent: 0, failed: {} })
})

test('what a provider does not count takes from the budget the most that it could be, and is distinguished', async () => {
  const uncounted = { ...written(0), usage: usageOf(null) }
  const done = await warmRewrites(many(2), deps({ write: async () => uncounted }))
  expect(done).toMatchObject({ spent: 200, uncounted: 2, tokens: { input: 0, output: 0 } })
})
