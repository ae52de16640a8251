import { expect, test } from 'vitest'
import { readGoodRewrites } from './good-rewrites.ts'
import { falseRejectionsMax } from './targets.ts'
import { findFalseRejections } from './run-fidelity.ts'

const rewrites = await readGoodRewrites()

test('at least 60 good rewrites each name a lesson, a section, a reader and a level, and have a text', () => {
  expect(rewrites.length).toBeGreaterThanOrEqual(60)
  expect(rewrites.filter(({ text }) => text === '').map(({ path }) => path)).toEqual([])
})

test('the verifier rejects at most 3 in 100 good rewrites', () => {
  const rejections = findFalseRejections(rewrites)
  const listed = rejections.map(({ path, findings }) => `${path}: ${findings.map(({ message }) => message).join(' ')}`)
  expect(rejections.length / rewrites.length, listed.join('\n')).toBeLessThanOrEqual(falseRejectionsMax)
})
