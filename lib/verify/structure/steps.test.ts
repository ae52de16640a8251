import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const opening = 'This is how you bring the arm to rest and look after it at the end of the day.'
const steps = ['Stop the motion.', 'Wait for the light to go out.', 'Lock the brake of each joint.']
const number = (texts: readonly string[], from = 1) => texts.map((text, index) => `${index + from}. ${text}`).join('\n')
const task = await planTask(`${opening}\n\n${number(steps)}`)
const judge = (list: string): string[] =>
  verifyRewrite(
    `Here you bring the arm to rest, and look after it, when the day is at its end.\n\n${list}`,
    task,
  ).findings.map(({ reason }) => reason)

test.each([
  ['as it was', number(steps)],
  ['with a step split in two', number(['Press the button.', ...steps])],
  ['that goes on after a remark', `${number(steps.slice(0, 2))}\n\nNow it is still.\n\n${number(steps.slice(2), 3)}`],
  ['after another list', `${number(['Look at it.', 'Touch it.'])}\n\nThen begin.\n\n${number(steps)}`],
])('steps() accepts a procedure %s', (_name, list) => {
  expect(judge(list)).toEqual([])
})

test.each([
  ['with a step left out', number(steps.toSpliced(1, 1))],
  ['with bullets for its numbers', steps.map((text) => `- ${text}`).join('\n')],
  ['written as one sentence', 'Stop the motion, wait for the light to go out, and lock the brake of each joint.'],
])('steps() turns down a procedure %s', (_name, list) => {
  expect(judge(list)).toEqual(['steps-missing'])
})
