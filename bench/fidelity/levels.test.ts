import { expect, test } from 'vitest'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { readGoodRewrites } from './good-rewrites.ts'

test('no good rewrite is taken to go the wrong way for its reader: no second call is paid for it', async () => {
  const verdicts = (await readGoodRewrites()).map(({ path, task, text }) => ({ path, ...verifyRewrite(text, task) }))
  expect(verdicts.filter(({ advice }) => advice).map(({ path, counts }) => [path, counts.readability])).toEqual([])
  const measured = verdicts.filter(
    ({ counts: { readability } }) => readability?.before != null && readability.after != null,
  )
  expect(measured.length / verdicts.length).toBeGreaterThan(0.8)
})
