import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const task = await planTask(
  `The arm is strong, and it is quick.

:::danger[Keep away]

Never reach into the cell while the light is on. Stay 2 m away, and do not come back for 30 s.

:::`,
  { answers: { preferred_language: 'ur' } },
)
const judge = (text: string): string[] =>
  verifyRewrite(
    `یہ بازو بہت طاقتور ہے، اور یہ تیز بھی ہے۔\n\n:::danger[دور رہیں]\n\n${text}\n\n:::`,
    task,
  ).findings.map(({ reason }) => reason)

const whole = 'جب تک روشنی جل رہی ہو، cell میں کبھی ہاتھ نہ ڈالیں۔ 2 m دور رہیں، اور 30 s تک واپس نہ آئیں۔'

test.each([
  ['whole', whole],
  ['with its digits and units in Urdu', whole.replace('2 m', '۲ میٹر').replace('30 s', '30 سیکنڈ')],
  ['with another word for its negation', whole.replace('کبھی ہاتھ نہ ڈالیں', 'ہاتھ ڈالنا منع ہے')],
])('warnings() accepts a translated warning %s', (_name, text) => {
  expect(judge(text)).toEqual([])
})

test.each([
  ['without its number', whole.replace('2 m دور', 'دور')],
  ['without one of its units', whole.replace('30 s', '30')],
  ['with one of its two negations gone', whole.replace('واپس نہ آئیں', 'واپس آئیں').replace('کبھی ہاتھ نہ', 'ہاتھ نہ')],
  ['that allows all', whole.replaceAll(/ (?:کبھی|نہ)(?= )/g, '')],
])('warnings() turns down a translated warning %s', (_name, text) => {
  expect(judge(text)).toContain('warning-changed')
})
