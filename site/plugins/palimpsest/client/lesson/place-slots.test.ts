import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { cutAtSlots, markSlots } from './mark-slots.ts'
import { parseRewrite } from './parse-rewrite.ts'
import { showTree } from './show-tree.tsx'

const render = (masked: string) => renderToStaticMarkup(showTree(parseRewrite(masked)))

test.each([
  ['a slot alone is a block', '[[slot:k2]]', '<div data-slot="k2"></div>'],
  ['a slot in a sentence stays in it', 'By $ [[slot:k1]], so', '<p>By $ <span data-slot="k1"></span>, so</p>'],
  [
    'two slots in one paragraph are two blocks',
    '[[slot:k1]]\n[[slot:k2]]',
    '<div data-slot="k1"></div>\n<div data-slot="k2"></div>',
  ],
  [
    'a slot inside emphasis is found',
    '**see [[slot:k3]]**',
    '<p><strong>see <span data-slot="k3"></span></strong></p>',
  ],
  ['a clock time is no directive', 'At 10:30 sharp', '<p>At 10:30 sharp</p>'],
  [
    'a note keeps its title',
    ':::note[Two halves]\n\nBoth.\n\n:::',
    '<aside data-kind="note" data-title="Two halves"><p>Both.</p></aside>',
  ],
  ['an unknown fence is shown as a note', ':::spell\n\nBoth.\n\n:::', '<aside data-kind="note"><p>Both.</p></aside>'],
  ['raw HTML is not shown', 'a <b onclick="x">b</b>', '<p>a b</p>'],
])('%s', (_, masked, html) => {
  expect(render(masked)).toBe(html)
})

test('a slot alone in a list item is the item', () => {
  expect(render('- one\n- [[slot:k1]]')).toContain('<div data-slot="k1"></div>')
})

test('markSlots() lets no mark of its own through from the text', () => {
  expect(cutAtSlots(markSlots('\uE000k9\uE001 [[slot:k1]]'))).toEqual(['k9 ', { slot: 'k1' }])
})

test.each([
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', '<td>1</td>'],
  ['struck text', '~~old~~ new', '<del>old</del>'],
  ['a task list', '- [x] done', 'type="checkbox"'],
])('%s is shown', (_, masked, shown) => {
  expect(render(masked)).toContain(shown)
})

test('a bare address stays text, since a rewrite has no links of its own', () => {
  expect(render('See https://example.com today.')).toBe('<p>See https://example.com today.</p>')
})
