import { expect, test } from 'vitest'
import { lookTogether } from './look-together.ts'

/** A store whose looks end when the test says so, in the order in which they began. */
function aStore() {
  const looks: { readonly keys: readonly string[]; readonly end: (outcome: 'found' | 'failed') => void }[] = []
  const look = lookTogether((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>()
    const end = (outcome: 'found' | 'failed'): void =>
      outcome === 'found' ? resolve(new Map(keys.map((key) => [key, `the ${key}`]))) : reject(new Error('no answer'))
    looks.push({ keys, end })
    return promise
  })
  const begun = async (count: number): Promise<void> => {
    while (looks.length < count) await new Promise(setImmediate)
  }
  return { looks, look, begun }
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
