import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBlockSplitter } from './split-blocks.ts'

function split(...pieces: readonly string[]): string[] {
  const splitter = createBlockSplitter()
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
}

const withoutBlankLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')

const blocks = [
  'A paragraph.',
  'A paragraph\nof two lines.',
  '- one\n- two',
  '- one\n\n- two',
  '- one\n\n  in one\n\n  - nested\n\n    in nested\n\n- two',
  '1. one\n\n   [[slot:k1]]\n\n2. two',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  ':::note[Title]\n\nOne.\n\nTwo.\n\n:::',
  '::::note\n\n:::tip\n\nInside.\n\n:::\n\nAfter.\n\n::::',
  '```python\nx = 1\n\ny = 2\n```',
  '~~~~\n```\n\n~~~\n\n~~~~',
  '> quoted\n> text',
  '[[slot:k2]]',
  '## Heading',
] as const

const someText = fc
  .array(
    fc.oneof(fc.constantFrom(...blocks), fc.string({ maxLength: 30 }), fc.constantFrom('', ' ', ':::', '```', '    x')),
  )
  .map((parts) => parts.join('\n\n'))

describe('createBlockSplitter()', () => {
  test.each(blocks)('keeps %j whole', (block) => {
    expect(split(`Before.\n\n${block}\n\nAfter.`)).toEqual(['Before.', block, 'After.'])
  })

  test('gives a paragraph out with the blank line after it', () => {
    const splitter = createBlockSplitter()
    expect(splitter.push('One.\n')).toEqual([])
    expect(splitter.push('\n')).toEqual(['One.'])
    expect(splitter.push('\n\nTwo.')).toEqual([])
    expect(splitter.end()).toEqual(['Two.'])
  })

  test('gives a list out with the first character of what comes after it', () => {
    const splitter = createBlockSplitter()
    expect(splitter.push('- one\n\n- two\n\n')).toEqual([])
    expect(splitter.push(' ')).toEqual([])
    expect(splitter.push(' in two\n\n')).toEqual([])
    expect(splitter.push('-')).toEqual([])
    expect(splitter.push(' three\n\n')).toEqual([])
    expect(splitter.push('A')).toEqual(['- one\n\n- two\n\n  in two\n\n- three'])
  })

  test('keeps what is indented with the list that a line of text began', () => {
    const list = 'Do this:\n- one\n\n    [[slot:k1]]'
    expect(split(`${list}\n\nAfter.`)).toEqual([list, 'After.'])
  })

  test('holds an admonition back until it is closed', () => {
    const splitter = createBlockSplitter()
    expect(splitter.push(':::note\n\nOne.\n\nTwo.\n\nThree.\n\n')).toEqual([])
    expect(splitter.push(':::\n\nAfter.\n')).toEqual([':::note\n\nOne.\n\nTwo.\n\nThree.\n\n:::'])
  })

  test('reads Windows line ends', () => {
    expect(split('One.\r\n\r\nTwo.\r\n')).toEqual(['One.', 'Two.'])
  })

  test.each(['', '\n', ' \n\n '])('finds no block in %j', (text) => {
    expect(split(text)).toEqual([])
  })

  test('finds the same blocks however the text is cut', () => {
    fc.assert(
      fc.property(someText, fc.array(fc.nat(400), { maxLength: 12 }), (text, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((a, b) => a - b)
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place))
        expect(split(...pieces)).toEqual(split(text))
        expect(split(...text)).toEqual(split(text))
      }),
    )
  })

  test('loses and changes nothing: joined, the blocks are the text but for white space at the ends of lines', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(withoutBlankLines(split(text).join('\n\n'))).toEqual(withoutBlankLines(text))
      }),
    )
  })

  test('finds the blocks again in what they join to', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...blocks)), (parts) => {
        const found = split(parts.join('\n\n'))
        expect(split(found.join('\n\n'))).toEqual(found)
      }),
    )
  })
})
