import { expect, test } from 'vitest'
import { addPrefix, continuationPrefix, removePrefix } from './line-prefix.ts'

test.each([
  ['', ''],
  ['  ', '  '],
  ['- ', '  '],
  ['10. ', '    '],
  ['> ', '> '],
  ['> - ', '>   '],
  ['1) > * ', '   >   '],
  ['- See the ', '  '],
  ['*emphasis* and ', ''],
  ['-', ''],
])('continuationPrefix(%j) is %j', (lineStart, prefix) => {
  expect(continuationPrefix(lineStart)).toBe(prefix)
})

test('removePrefix() takes the prefix off the later lines, as far as they have it', () => {
  expect(removePrefix('```\n>   a\n>     b\n>\n> lazy\nlazier\n```', '>   ')).toBe('```\na\n  b\n\nlazy\nlazier\n```')
})

test('addPrefix() is undone by removePrefix()', () => {
  const text = '```\na\n\n  b\n```'
  expect(addPrefix(text, '> ')).toBe('```\n> a\n>\n>   b\n> ```')
  expect(removePrefix(addPrefix(text, '> '), '> ')).toBe(text)
})
