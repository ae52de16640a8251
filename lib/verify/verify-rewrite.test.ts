import { expect, test } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import { verifyRewrite } from './verify-rewrite.ts'

const task = await planTask('The guard must not be opened while the arm moves at 5 V. Both wheels turn.')

test('verifyRewrite() distinguishes suspicions from certain findings', () => {
  const { findings, hints } = verifyRewrite(
    'The guard must be opened while the arm moves at 6 V. Both wheels turn, and eleven more.',
    task,
  )
  expect(hints.map(({ reason }) => reason)).toEqual(['number-changed', 'negation-lost'])
  expect(findings.slice(-hints.length)).toEqual(hints)
  expect(findings.map(({ reason }) => reason)).toContain('invented-measurement')
})

test('verifyRewrite() reads character references on both sides', async () => {
  const spelled = await planTask('It runs at 5&nbsp;V and 20&nbsp;&deg;C, see (Smith&nbsp;and Lee, 2019).')
  const rewritten = 'It works at 5 V and at 20 °C, see (Smith\u00a0and Lee, 2019).'
  expect(verifyRewrite(rewritten, spelled).findings).toEqual([])
})
