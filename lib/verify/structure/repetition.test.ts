import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const task =
  await planTask(`${'The arm moves to the left, and then it goes on. '.repeat(3)}The sensor measures what the arm does.
It is read all the time, and the numbers are never quite the same from one reading to the next.`)
const reasons = (text: string): string[] => verifyRewrite(text, task).findings.map(({ reason }) => reason)

const fine = `The sensor measures what the arm does. You can read it all the time, but the numbers are never quite the same from one
reading to the next. That is how it is.`

test.each([
  ['says it once', fine],
  ['comes back to a short sentence', `${fine} ${fine.includes('That is') ? 'That is how it is.' : ''}`],
  ['repeats what the author repeats', `${'The arm moves to the left, and then it goes on. '.repeat(3)}${fine}`],
])('repetition() accepts a text that %s', (_name, text) => {
  expect(reasons(text)).toEqual([])
})

test.each([
  ['a sentence', `${fine} ${'The arm is told to go. '.repeat(3)}`],
  [
    'a sentence, with other marks',
    `${fine} The arm is told to go. The arm is **told** to go! "The arm is told to go."`,
  ],
  [
    'a long sentence once',
    `${fine}\n\nYou can read it all the time, but the numbers are never quite the same from one reading to the next.`,
  ],
  ['a phrase', `${fine} It moves ${'to the left and '.repeat(4)}stops.`],
  ['a word', `${fine} It is very very very very quick.`],
])('repetition() turns down a text that repeats %s', (_name, text) => {
  expect(reasons(text)).toEqual(['repetition'])
})
