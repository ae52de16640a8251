import { expect, test } from 'vitest'
import { readCandidate } from './candidate.ts'
import { readSentences } from './read-sentences.ts'

const read = (markdown: string): string[] => readSentences(readCandidate(markdown, { withHeading: false }))

test.each([
  ['paragraphs, however they are wrapped', 'One two.\nThree\nfour!\n\nFive?', ['One two.', 'Three four!', 'Five?']],
  ['items that are sentences', '- One two.\n- Three four.', ['One two.', 'Three four.']],
  ['quotations', '> One two.', ['One two.']],
  ['admonitions without their titles and colons', ':::note[A title.]\n\nOne two.\n\n:::', ['One two.']],
  ['a line that leads to a list', 'Do this:\n\n- one\n- two', ['Do this:']],
  ['the texts of links and emphasis', 'See [the gears](link:1) **now**.', ['See the gears now.']],
  ['Urdu, which ends with ۔ and ؟', 'یہ ایک ہے۔ وہ کیا ہے؟', ['یہ ایک ہے۔', 'وہ کیا ہے؟']],
])('readSentences() reads %s', (_name, markdown, sentences) => {
  expect(read(markdown)).toEqual(sentences)
})

test.each([
  ['items without a full stop', '- a motor\n- a gear'],
  ['cells of tables', '| A cell. | Another. |\n|---|---|\n| One two. | Three. |'],
  ['placeholders that stand alone', '[[slot:k1]]'],
  ['code alone', '`turn()`'],
])('readSentences() leaves out %s', (_name, markdown) => {
  expect(read(markdown)).toEqual([])
})

test('readSentences() leaves code and placeholders out of a sentence', () => {
  expect(read('Call `turn()` with [[slot:k1]] first.')).toEqual(['Call with first.'])
})
