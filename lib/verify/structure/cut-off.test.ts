import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const prose = 'The sensor measures what the arm does. The arm then does what it is told by the [program](./program.md).'
const paragraph = await planTask(prose)
const list = await planTask(
  `The arm does three things:\n\n- It measures the world.\n- It thinks.\n- It acts on the world.`,
)
const words = await planTask(`The arm is made of these parts, among others:\n\n- a motor\n- a gear\n- a sensor`)
const reasons = (text: string, task = paragraph): string[] =>
  verifyRewrite(text, task).findings.map(({ reason }) => reason)

test.each([
  ['a sentence', prose.replace('./program.md', 'link:1'), paragraph],
  [
    'a closing quotation mark',
    'The arm does what it is told by the [program](link:1). The sensor measures "what it does."',
    paragraph,
  ],
  [
    'a closing quotation mark as Urdu has it',
    'The arm does what it is told by the [program](link:1). The sensor measures ”what it does.“',
    paragraph,
  ],
  ['emphasis', 'The sensor measures what the arm does. It does **what the [program](link:1) says.**', paragraph],
  ['a question', 'The arm does what the [program](link:1) says. What does the sensor measure?', paragraph],
  [
    'items without full stops, as the section',
    'The arm is made of these parts:\n\n- a motor\n- a gear\n- a sensor',
    words,
  ],
  ['an item', 'There are three things that the arm does:\n\n- It measures.\n- It thinks.\n- It acts.', list],
])('cutOff() accepts a text that ends in %s', (_name, text, task) => {
  expect(reasons(text, task)).toEqual([])
})

test.each([
  ['a sentence', 'The sensor measures what the arm does. The [program](link:1) tells the arm what to', paragraph],
  ['a link', 'The sensor measures what the arm does. The arm does what it is told by the [program](link:1)', paragraph],
  ['emphasis', 'The [program](link:1) tells the arm what to do. The sensor *measures', paragraph],
  ['an item', 'There are three things that the arm does:\n\n- It measures.\n- It thinks.\n- It acts on', list],
  [
    'a quotation',
    'The sensor measures what the arm does. The [program](link:1) tells the arm what to do. “',
    paragraph,
  ],
])('cutOff() turns down a text that breaks off in %s', (_name, text, task) => {
  expect(reasons(text, task)).toEqual(['cut-off'])
})

test('cutOff() turns down a mark of a list without its item', () => {
  expect(reasons('There are three things that the arm does:\n\n- It measures.\n- It thinks.\n-', list)).toEqual([
    'cut-off',
  ])
})

test('cutOff() turns down a last row that is not closed', async () => {
  const table = '| Part | Does |\n|---|---|\n| sensor | measures the world |'
  const task = await planTask(`These are the parts of the arm, and what each of them does.\n\n${table}`)
  const text = `Here are the parts of the arm, and what they do.\n\n${table}`
  expect(reasons(text, task)).toEqual([])
  expect(reasons(text.slice(0, -8), task)).toEqual(['cut-off'])
})

test('cutOff() waits for the end of a text that is still being written', () => {
  const text = 'The sensor measures what the arm does, and the arm'
  expect(verifyRewrite(text, paragraph, { partial: true }).accepted).toBe(true)
})
