import { expect, test } from 'vitest'
import { judge as judgeBy } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import type { WritingTask } from '../../prompt/writing-task.ts'
import { numberWords } from '../hints/number-words.ts'
import { numberedNames, numbers } from './numbers.ts'

/** What is found of numbers: the certain, and what is only suspected of everyday words. */
const judge = (text: string, task: WritingTask, options = {}): string[] => [
  ...new Set([numbers, numberedNames, numberWords].flatMap((rule) => judgeBy(rule, text, task, options))),
]

const source =
  'ROS 2 runs on Ubuntu 24.04. An arm has three joints, a ratio of 9 and 10,000 hours. Step 3 takes half a day.'
const task = await planTask(source)

test.each([
  ['as they were', source],
  ['in words', source.replace('10,000', 'ten thousand').replace('of 9', 'of nine')],
  ['in digits', source.replace('three', '3')],
  ['more than once', `${source} Three joints are few.`],
  ['and counts a few things itself', `${source} These two facts matter.`],
  ['and phrases "half" in another way', source.replace('half a day', 'the morning')],
])('numbers() accepts a text that has the numbers %s', (_name, text) => {
  expect(judge(text, task)).toEqual([])
})

test.each([
  ['changes a count', source.replace('three', 'four')],
  ['changes a ratio', source.replace('of 9', 'of 12')],
  ['changes a version', source.replace('24.04', '22.04')],
  ['exchanges one number for another of the section', source.replace('three joints', 'nine joints')],
  ['gives a name another number', source.replace('ROS 2', 'ROS 3')],
  ['adds a year', `${source} It has been so since 1987.`],
  ['adds a large count in words', `${source} There are eleven of them.`],
  ['loses a number', source.replace(' a ratio of 9 and', '')],
])('numbers() turns down a text that %s', (_name, text) => {
  expect(judge(text, task)).toEqual(['number-changed'])
})

test('numbers() reads the digits and words of a translation', async () => {
  const translating = await planTask(source, { answers: { preferred_language: 'ur' } })
  const translated =
    'ROS 2 یہاں Ubuntu 24.04 پر چلتا ہے۔ بازو میں تین joints، 9 کا ratio اور دس ہزار گھنٹے ہیں۔ Step 3 آدھا دن لیتا ہے۔'
  expect(judge(translated, translating)).toEqual([])
  expect(judge(translated.replace('9', '۹'), translating)).toEqual([])
  expect(judge(translated.replace('تین', 'چار'), translating)).toEqual(['number-changed'])
})

test('numbers() waits for the rest of a text before it misses a number, and not before it finds a new one', () => {
  expect(judge('ROS 2 runs on Ubuntu 24.04.', task, { partial: true })).toEqual([])
  expect(judge('ROS 2 runs on Ubuntu 25.10.', task, { partial: true })).toEqual(['number-changed'])
})
