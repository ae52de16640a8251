import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const task = await planTask('The sensor measures what the arm does in 5 μs, and the arm does what it is told.')
const reasons = (text: string): string[] => verifyRewrite(text, task).findings.map(({ reason }) => reason)

test.each([
  ['a Cyrillic letter', 'The s\u0435nsor measures what the arm does in 5 μs, and the arm does what it is told.'],
  ['a Greek letter', 'The sens\u03bfr measures what the arm does in 5 μs, and the arm does what it is told.'],
  ['only Cyrillic letters', 'The sensor measures what the arm does in 5 μs, \u0430nd the arm does what it is told.'],
  ['full-width letters', 'The \uff53ensor measures what the arm does in 5 μs, and the arm does what it is told.'],
  ['mathematical letters', 'The \u{1d42c}ensor measures what the arm does in 5 μs, and the arm does what it is told.'],
  [
    'one written as a reference',
    'The s&#1077;nsor measures what the arm does in 5 μs, and the arm does what it is told.',
  ],
])('lookalikeLetters() turns down a word with %s', (_name, text) => {
  expect(reasons(text)).toEqual(['lookalike-letter'])
})

test.each([
  [
    'the symbols of physics',
    'The arm does what it is told in 5 μs, and the sensor measures Δt, θ and what the arm does.',
  ],
  [
    'names with accents',
    'The sensor measures what the arm does in 5 μs, as Étienne Müller told us, and the arm does what it is told.',
  ],
])('lookalikeLetters() leaves %s', (_name, text) => {
  expect(reasons(text)).toEqual([])
})
