import { expect, test } from 'vitest'
import { findInks } from './find-inks.ts'

test.each([
  ['a keyword, a name and what parts them', 'python', 'def f():', 'r3i1I1s3'],
  ['a string over two lines', 'python', 's = """a\nb"""', 'i2s1i1t4,t4'],
  ['a language that is no part of Prism itself', 'sql', 'SELECT 1', 'r6i1t1'],
  ['a language by another name of its own', 'py', 'pass', 'r4'],
  ['a language in capital letters', 'JSON', 'true', 't4'],
  ['an empty line between two', 'bash', '# a\n\n# b', 'f3,,f3'],
  ['a tag, whose weight its parts keep', 'xml', '<a b="c"/>', 'S1I3S2T1S3'],
  ['a language that Prism finishes by a hook', 'tsx', '<b>if</b>', 'S1I1S1i2S2I1S1'],
])('findInks() finds the inks of %s', (_, language, code, inks) => {
  expect(findInks(code, language)).toBe(inks)
})

test.each(['text', 'mdx', 'no-such-language', 'constructor', 'extend'])('findInks() leaves %s plain', (language) => {
  expect(findInks('const a = 1\nconst b = 2', language)).toBe('')
})
