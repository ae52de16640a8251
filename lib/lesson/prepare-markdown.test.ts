import { expect, test } from 'vitest'
import { prepareMarkdown } from './prepare-markdown.ts'

test.each([
  ['## A {#id}', '## A \\{#id}'],
  ['## A \\{#id}', '## A \\{#id}'],
  [':::note Old title', ':::note[Old title]'],
  ['> ::::tip   Old', '> ::::tip[Old]'],
  [':::note[New]', ':::note[New]'],
  [':::other Title', ':::other Title'],
  ['plain {#x}', 'plain {#x}'],
])('prepareMarkdown() reads %j as %j', (source, text) => {
  expect(prepareMarkdown(source).text).toBe(text)
})

test("prepareMarkdown() gives the author's offset of everything the author wrote", () => {
  const source = 'a\n\n## B {#b}\n\n:::note  C d\n\ne {#f}\n\n:::'
  const { text, toSource } = prepareMarkdown(source)
  for (const word of ['a', 'B', '{#b}', ':::note', 'C d', 'e {#f}']) {
    expect(toSource(text.indexOf(word))).toBe(source.indexOf(word))
    expect(toSource(text.indexOf(word) + word.length)).toBe(source.indexOf(word) + word.length)
  }
  expect(toSource(text.length)).toBe(source.length)
})
