import { expect, test } from 'vitest'
import { inkBlocks } from './ink-blocks.ts'

const code = (properties: Record<string, unknown>, value: string) => ({
  type: 'element',
  tagName: 'code',
  properties,
  children: [{ type: 'text', value }],
})
const block = (child: object) => ({ type: 'element', tagName: 'pre', properties: {}, children: [child] })

test('inkBlocks() leaves the inks with a block of code at any depth, and its text as it is', () => {
  const python = code({ className: ['language-python'] }, 'pass\n')
  const slot = { type: 'mdxJsxFlowElement', name: 'Slot', children: [block(python)] }
  inkBlocks()({ children: [slot] })
  expect(python).toEqual(code({ className: ['language-python'], inks: 'r4,' }, 'pass\n'))
})

test.each([
  ['a block that names no language', block(code({}, 'pass\n'))],
  ['code in a sentence', { tagName: 'p', children: [code({ className: ['language-python'] }, 'pass')] }],
])('inkBlocks() leaves %s alone', (_, element) => {
  const before = structuredClone(element)
  inkBlocks()({ children: [element] })
  expect(element).toEqual(before)
})
