import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const task = await planTask(
  'The **sensor** measures what the arm does, and `rate` says how often it does. Write \\`so\\`.',
)
const reasons = (text: string): string[] => verifyRewrite(text, task).findings.map(({ reason }) => reason)

test.each([
  ['whole', 'The **sensor** measures what the arm does, and *how often* it does so is what `rate` says.'],
  ['escaped', 'The sensor measures what the arm does, \\*\\*and\\*\\* `rate` says how often it does.'],
])('emphasis() accepts emphasis and code that is %s', (_name, text) => {
  expect(reasons(text)).toEqual([])
})

test.each([
  ['a pair of asterisks', 'The **sensor measures what the arm does, and `rate` says how often it does.'],
  ['a backtick', 'The sensor measures what the arm does, and `rate says how often it does.'],
  ['a pair of tildes', 'The ~~sensor measures what the arm does, and `rate` says how often it does.'],
  ['asterisks that touch a space', 'The ** sensor** measures what the arm does, and `rate` says how often it does.'],
])('emphasis() turns down %s without its other half', (_name, text) => {
  expect(reasons(text)).toEqual(['malformed'])
})
