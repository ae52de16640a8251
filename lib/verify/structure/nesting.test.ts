import { expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { nesting } from './nesting.ts'

const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- A level.`).join('\n')

test.each([
  [0, 2],
  [1, 3],
  [4, 6],
])('nesting() gives a section with %i levels a rewrite with %i, and no more', async (own, max) => {
  const task = await planTask(`Some prose.\n\n${nested(own)}`)
  expect(judge(nesting, nested(max), task)).toEqual([])
  expect(judge(nesting, nested(max + 1), task)).toEqual(['malformed'])
})

test('nesting() counts quotations with lists, in a text that is not whole too', async () => {
  const task = await planTask('Some prose.')
  expect(judge(nesting, '> - > Too deep.', task, { partial: true })).toEqual(['malformed'])
  expect(judge(nesting, '- '.repeat(20) + 'Too deep.', task, { partial: true })).toEqual(['malformed'])
})
