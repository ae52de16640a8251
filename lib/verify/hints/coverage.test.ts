import { expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { coverage } from './coverage.ts'

const first = 'The encoder counts marks on a disc, and the controller turns the count into an angle of the joint.'
const second = 'A spring between gearbox and output protects teeth from impacts, while its bending measures the force.'
const task = await planTask(`${first}\n\n${second}`)
const retold =
  'Teeth of a gearbox break under impacts. A spring at the output protects them, and how far it bends tells the force.'

test('coverage() accepts passages in other words and another order', () => {
  expect(judge(coverage, `${retold}\n\n${first}`, task)).toEqual([])
})

test('coverage() turns down a text that leaves a passage out', () => {
  expect(judge(coverage, `${first} It does so quickly, and it does so well, again and again.`, task)).toEqual([
    'too-short',
  ])
})

test('coverage() waits for the rest of a text', () => {
  expect(judge(coverage, first, task, { partial: true })).toEqual([])
})
