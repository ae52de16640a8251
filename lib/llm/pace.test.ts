import { describe, expect, test } from 'vitest'
import { createPace, type Pace } from './pace.ts'
import { readCallsLeft } from './read-calls-left.ts'

/** Starts much work under a limit; lists what has begun, and can end the oldest. */
function startWork(pace: Pace, count: number) {
  const begun: number[] = []
  const ends: (() => void)[] = []
  for (let index = 0; index < count; index++)
    void pace.limit(
      () =>
        new Promise<void>((resolve) => {
          begun.push(index)
          ends.push(resolve)
        }),
    )
  const flush = () => new Promise((resolve) => setImmediate(resolve))
  return {
    begun,
    flush,
    async endOne() {
      ends.shift()?.()
      await flush()
    },
  }
}

describe('createPace()', () => {
  test('begins as many calls at once as are allowed, in the order in which they are asked for', async () => {
    const { begun, flush, endOne } = startWork(createPace(4), 10)
    await flush()
    expect(begun).toEqual([0, 1, 2, 3])
    await endOne()
    expect(begun).toEqual([0, 1, 2, 3, 4])
  })

  test('halves at each refusal, down to one, and grows by one with each answer', async () => {
    const pace = createPace(8)
    pace.refused()
    const { begun, flush, endOne } = startWork(pace, 20)
    await flush()
    expect(begun).toHaveLength(4)
    for (let refusals = 0; refusals < 9; refusals++) pace.refused()
    for (let ended = 0; ended < 4; ended++) await endOne()
    expect(begun).toHaveLength(5)
    pace.answered(undefined)
    await flush()
    expect(begun).toHaveLength(6)
    for (let answers = 0; answers < 20; answers++) pace.answered(undefined)
    await flush()
    expect(begun).toHaveLength(4 + 8)
  })

  test('goes no faster than the provider says that it can take, and no slower than one call at a time', async () => {
    const pace = createPace(8)
    pace.answered(3)
    const { begun, flush, endOne } = startWork(pace, 20)
    await flush()
    expect(begun).toHaveLength(3)
    pace.answered(0)
    for (let ended = 0; ended < 3; ended++) await endOne()
    expect(begun).toHaveLength(4)
  })

  test('goes on after work that failed', async () => {
    const pace = createPace(1)
    await expect(pace.limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await pace.limit(() => Promise.resolve('yes'))).toBe('yes')
  })
})

describe('readCallsLeft()', () => {
  test.each([
    [{}, undefined],
    [{ 'x-ratelimit-remaining-requests': '7' }, 7],
    [{ 'x-ratelimit-remaining-tokens': '25000' }, 5],
    [{ 'x-ratelimit-remaining-requests': '7', 'x-ratelimit-remaining-tokens': '25000' }, 5],
    [{ 'x-ratelimit-remaining-requests': '2', 'x-ratelimit-remaining-tokens': '25000' }, 2],
    [{ 'x-ratelimit-remaining-requests': '0' }, 0],
    [{ 'x-ratelimit-remaining-requests': 'many', 'x-ratelimit-remaining-tokens': '-1' }, undefined],
  ])('reads %o as %s', (headers, calls) => {
    expect(readCallsLeft(headers as Record<string, string>, 5_000)).toBe(calls)
  })
})
