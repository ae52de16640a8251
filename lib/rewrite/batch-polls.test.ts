import { expect, test } from 'vitest'
import { pollMilliseconds, batchPolls } from './batch-polls.ts'

/** A store whose looks end when the test says so, in the order in which they began. Sleeping moves the clock alone. */
function aStore({ chance = 0 } = {}) {
  const looks: {
    readonly keys: readonly string[]
    readonly at: number
    readonly end: (outcome: 'found' | 'failed') => void
  }[] = []
  let clock = 0
  const find = (keys: readonly string[]): Promise<Map<string, string>> => {
    const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>()
    const end = (outcome: 'found' | 'failed'): void =>
      outcome === 'found' ? resolve(new Map(keys.map((key) => [key, `the ${key}`]))) : reject(new Error('no answer'))
    looks.push({ keys, at: clock, end })
    return promise
  }
  const sleep = (milliseconds: number): Promise<void> => {
    clock += milliseconds
    return Promise.resolve()
  }
  const look = batchPolls(find, { sleep, now: () => clock, random: () => chance })
  const begun = async (count: number): Promise<void> => {
    while (looks.length < count) await new Promise(setImmediate)
  }
  const pass = (milliseconds: number): unknown => (clock += milliseconds)
  return { looks, look, begun, pass }
}

test('keys that are asked for in the same moment are one look', async () => {
  const { looks, look, begun } = aStore()
  const found = Promise.all([look('a'), look('b'), look('a')])
  await begun(1)
  looks[0]?.end('found')
  expect(await found).toEqual(['the a', 'the b', 'the a'])
  expect(looks.map(({ keys }) => keys)).toEqual([['a', 'b']])
})

test('keys that are asked for while a look is under way wait for one next look', async () => {
  const { looks, look, begun } = aStore()
  const first = look('a')
  await begun(1)
  const later = Promise.all([look('b'), look('a'), look('c')])
  looks[0]?.end('found')
  expect(await first).toBe('the a')
  await begun(2)
  looks[1]?.end('found')
  expect(await later).toEqual(['the b', 'the a', 'the c'])
  expect(looks.map(({ keys }) => keys)).toEqual([['a'], ['b', 'a', 'c']])
})

test('a look that fails, fails for those who were in it alone', async () => {
  const { looks, look, begun } = aStore()
  const first = look('a')
  await begun(1)
  const second = look('b')
  looks[0]?.end('failed')
  await expect(first).rejects.toThrow('no answer')
  await begun(2)
  looks[1]?.end('found')
  expect(await second).toBe('the b')
})

test('readers who came in the same moment look for the first time at moments of chance', async () => {
  const firstLooks = [0, 0.25, 0.75].map(async (chance) => {
    const { looks, look, begun } = aStore({ chance })
    void look('a')
    await begun(1)
    return looks[0]?.at
  })
  expect(await Promise.all(firstLooks)).toEqual([0, pollMilliseconds / 4, (pollMilliseconds * 3) / 4])
})

test('however long a look took, the next begins the same rest after its end, and at once when that is over', async () => {
  const { looks, look, begun, pass } = aStore()
  const first = look('a')
  await begun(1)
  pass(2_000)
  looks[0]?.end('found')
  await first
  const second = look('a')
  await begun(2)
  looks[1]?.end('found')
  await second
  pass(pollMilliseconds * 3)
  void look('a')
  await begun(3)
  expect(looks.map(({ at }) => at)).toEqual([0, 2_000 + pollMilliseconds, 2_000 + pollMilliseconds * 4])
})
