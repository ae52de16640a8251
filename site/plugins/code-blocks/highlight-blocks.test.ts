import { expect, test } from 'vitest'
import { highlightBlocks } from './highlight-blocks.ts'

const code = (properties: Record<string, unknown>, value: string) => ({
  type: 'element',
  tagName: 'code',
  properties,
  children: [{ type: 'text', value }],
})
const block = (child: object) => ({ type: 'element', tagName: 'pre', properties: {}, children: [child] })

test('highlightBlocks() leaves the colours with a block of code at any depth, and its text as it is', () => {
  const python = code({ className: ['language-python'] }, 'pass\n')
  const slot = { type: 'mdxJsxFlowElement', name: 'Slot', children: [block(python)] }
  highlightBlocks()({ children: [slot] })
  expect(python).toEqual(code({ className: ['language-python'], highlighting: 'r4,' }, 'pass\n'))
})

test.each([
  ['a block that names no language', block(code({}, 'pass\n'))],
  ['code in a sentence', { tagName: 'p', children: [code({ className: ['language-python'] }, 'pass')] }],
])('highlightBlocks() leaves %s alone', (_, element) => {
  const before = structuredClone(element)
  highlightBlocks()({ children: [element] })
  expect(element).toEqual(before)
})
