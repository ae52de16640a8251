import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const english = await planTask('The sensor measures what the arm does, and the arm does what it is told.')
const urdu = await planTask('The sensor measures what the arm does.', { answers: { preferred_language: 'ur' } })
const reasons = (text: string, task = english): string[] =>
  verifyRewrite(text, task).findings.map(({ reason }) => reason)

test.each([
  ['zero-width space', '\u200b'],
  ['zero-width joiner', '\u200d'],
  ['zero-width non-joiner', '\u200c'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\ufeff'],
  ['soft hyphen', '\u00ad'],
  ['right-to-left override', '\u202e'],
  ['right-to-left embedding', '\u202b'],
  ['isolate', '\u2067'],
  ['right-to-left mark', '\u200f'],
  ['tag character', '\u{e0041}'],
  ['reference to a zero-width space', '&#8203;'],
  ['reference to an override by its number', '&#x202E;'],
  ['reference by name', '&shy;'],
])('noHiddenCharacters() rejects a %s', (_name, character) => {
  expect(reasons(`The sensor measures what the arm does, and the a${character}rm does what it is told.`)).toEqual([
    'hidden-character',
  ])
})

test('noHiddenCharacters() leaves the letters of Urdu joined as their writer joined them', () => {
  expect(reasons('یہ sensor بازو کی حرکت ناپتا ہے، اور ہم اسے خوب\u200cصورت کہتے ہیں۔', urdu)).toEqual([])
  expect(reasons('یہ sen\u200csor بازو کی حرکت ناپتا ہے، اور ہم اسے خوب صورت کہتے ہیں۔', urdu)).toEqual([
    'hidden-character',
  ])
})

test('noHiddenCharacters() leaves an emoji whole', () => {
  expect(reasons('The sensor measures what the arm does ⚠️, and the arm 👩‍🔧 does what it is told.')).toEqual([])
})

test('noHiddenCharacters() leaves what the author wrote', async () => {
  const task = await planTask('The micro\u00adcontroller reads what the sensor measures.')
  expect(reasons('What the sensor measures is what the micro\u00adcontroller reads.', task)).toEqual([])
})
