import { afterEach, expect, test, vi } from 'vitest'
import { createSharedLimiter, sectionsAtATimeMax } from './shared-limiter.ts'

afterEach(() => vi.unstubAllGlobals())

/** Work that goes on until the test ends it. */
function aWork() {
  const { promise, resolve: end } = Promise.withResolvers<void>()
  return { work: () => promise, end }
}

test('with as many sections under way as a process writes, the first of each request go before the later ones of any', async () => {
  const busy = Array.from({ length: sectionsAtATimeMax }, aWork)
  const whole = Promise.all(busy.map(({ work }) => createSharedLimiter()(work)))
  const begun: string[] = []
  const [one, other] = [createSharedLimiter(), createSharedLimiter()]
  const asked = [
    ...['one, first', 'one, second', 'one, third'].map((name) => one(async () => begun.push(name))),
    ...['other, first', 'other, second'].map((name) => other(async () => begun.push(name))),
  ]
  await new Promise(setImmediate)
  expect(begun).toEqual([])

  for (const { end } of busy) end()
  await Promise.all([whole, ...asked])

  expect(begun).toEqual(['one, first', 'other, first', 'one, second', 'other, second', 'one, third'])
})

test('on the edge no request waits for another', async () => {
  vi.stubGlobal('EdgeRuntime', 'edge-runtime')
  const busy = Array.from({ length: sectionsAtATimeMax + 1 }, aWork)
  const begun: number[] = []
  const whole = busy.map(({ work }, place) =>
    createSharedLimiter()(() => {
      begun.push(place)
      return work()
    }),
  )
  expect(begun).toHaveLength(sectionsAtATimeMax + 1)
  for (const { end } of busy) end()
  await Promise.all(whole)
})
