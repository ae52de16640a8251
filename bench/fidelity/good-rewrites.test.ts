import { expect, test } from 'vitest'
import { readGoodRewrites } from './good-rewrites.ts'

test('every good rewrite names a lesson, a section, a reader and a dial, and has a text', async () => {
  const rewrites = await readGoodRewrites()
  expect(rewrites.filter(({ text }) => text === '').map(({ path }) => path)).toEqual([])
})
