import { createSlugger } from '@docusaurus/utils'
import { array, assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { headingAnchors } from './heading-anchors.ts'
import { parseMarkdown } from './parse-markdown.ts'
import type { SyntaxNode } from './syntax-node.ts'

function anchors(markdown: string): string[] {
  return [...headingAnchors(parseMarkdown(markdown, { slug: 'a' })).values()].map(({ anchor }) => anchor)
}

function headingsOf(texts: readonly string[]): SyntaxNode {
  const heading = (value: string) => ({ type: 'heading', depth: 2, children: [{ type: 'text', value }] })
  return { type: 'root', children: texts.map(heading) }
}

test("headingAnchors() gives Docusaurus' own anchors for any headings", () => {
  const check = property(array(string({ unit: 'grapheme', maxLength: 12 })), (texts) => {
    const plain = texts.filter((text) => !text.includes('{#'))
    const slugger = createSlugger()
    const ours = [...headingAnchors(headingsOf(plain)).values()].map(({ anchor }) => anchor)
    expect(ours).toEqual(plain.map((text) => slugger.slug(text)))
  })
  expect(() => {
    assert(check, { numRuns: 500 })
  }).not.toThrow()
})

test('headingAnchors() counts the headings of all depths and places', () => {
  expect(anchors('# Gain\n\n> ## Gain\n\n:::note\n\n#### Gain\n\n:::\n\n<A>\n\n## Gain\n\n</A>\n')).toEqual([
    'gain',
    'gain-1',
    'gain-2',
    'gain-3',
  ])
})

test('headingAnchors() takes an id from the heading or from a comment at its end', () => {
  expect(anchors('## A {#x}\n\n## B {/* #y and why */}\n\n## C {/* no id */}\n\n## A')).toEqual([
    'x',
    'y',
    'c--no-id-',
    'a',
  ])
})
