import { expect, test } from 'vitest'
import { highlightCode } from './highlight-code.ts'

test.each([
  ['a keyword, a name and what parts them', 'python', 'def f():', 'r3i1I1s3'],
  ['a string over two lines', 'python', 's = """a\nb"""', 'i2s1i1t4,t4'],
  ['a language that is no part of Prism itself', 'sql', 'SELECT 1', 'r6i1t1'],
  ['a language by another name of its own', 'py', 'pass', 'r4'],
  ['a language in capital letters', 'JSON', 'true', 't4'],
  ['an empty line between two', 'bash', '# a\n\n# b', 'f3,,f3'],
  ['a tag, whose weight its parts keep', 'xml', '<a b="c"/>', 'S1I3S2T1S3'],
  ['a language that Prism finishes by a hook', 'tsx', '<b>if</b>', 'S1I1S1i2S2I1S1'],
])('highlightCode() finds the colours of %s', (_, language, code, runs) => {
  expect(highlightCode(code, language)).toBe(runs)
})

test.each(['text', 'mdx', 'no-such-language', 'constructor', 'extend'])(
  'highlightCode() leaves %s plain',
  (language) => {
    expect(highlightCode('const a = 1\nconst b = 2', language)).toBe('')
  },
)
