import { createElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import Slot from '../text/Slot.tsx'
import { pairSection } from './pair-section.ts'

const paragraph = (text: string) => createElement('p', { key: text }, text)
const slot = (id: string) => createElement(Slot, { key: id, id }, createElement('pre', {}, `code of ${id}`))
const figure = (id: string) => createElement('p', { key: id }, createElement(Slot, { id }, createElement('img')))

const shape = (children: ReactNode, blocks: string[], whole = true) =>
  pairSection(children, { blocks, whole }).map((row) =>
    'shared' in row ? row.id : [row.original.length, row.blocks.join('|').trim()],
  )

test('a part that stands alone in both texts is shown once, between the stretches that it separates', () => {
  const original = [paragraph('a'), paragraph('b'), slot('k1'), paragraph('c')]
  expect(shape(original, ['A', '[[slot:k1]]', 'B', 'C'])).toEqual([[2, 'A'], 'k1', [1, 'B|C']])
})

test('a stored rewrite, which comes as one text, is cut in the same places as one that comes in blocks', () => {
  const original = [paragraph('a'), slot('k1'), paragraph('c')]
  expect(shape(original, ['A\n\n[[slot:k1]]\n\nB\n\nC'])).toEqual([[1, 'A'], 'k1', [1, 'B\n\nC']])
})

test('a figure in a paragraph of its own separates as a block does', () => {
  expect(shape([paragraph('a'), figure('k1'), paragraph('b')], ['A\n\n[[slot:k1]]\n\nB'])).toEqual([
    [1, 'A'],
    'k1',
    [1, 'B'],
  ])
})

test('the lines of a section are there before their rewrites are', () => {
  const original = [paragraph('a'), slot('k1'), paragraph('b'), slot('k2')]
  expect(shape(original, [], false)).toEqual([[1, ''], 'k1', [1, ''], 'k2'])
  expect(shape(original, ['A', '[[slot:k1]]'], false)).toEqual([[1, 'A'], 'k1', [1, ''], 'k2'])
})

test('a part that the rewrite put into a list or an admonition stays in the prose of both', () => {
  const original = [paragraph('a'), slot('k1'), paragraph('b'), slot('k2')]
  expect(shape(original, [':::note\n\n[[slot:k1]]\n\n:::', '- B\n\n  [[slot:k2]]'])).toEqual([
    [4, ':::note\n\n[[slot:k1]]\n\n:::|- B\n\n  [[slot:k2]]'],
  ])
})

test('a stretch that only one text has stands alone on its side', () => {
  expect(shape([slot('k1')], ['A', '[[slot:k1]]', 'B'])).toEqual([[0, 'A'], 'k1', [0, 'B']])
})

test('each stretch knows what comes before it, so that a term is explained once in a section', () => {
  const rows = pairSection([paragraph('a'), slot('k1'), paragraph('b')], {
    blocks: ['A\n\n[[slot:k1]]\n\nB'],
    whole: true,
  })
  expect(rows.flatMap((row) => ('shared' in row ? [] : [row.before.join('').trim()]))).toEqual(['', 'A'])
})
