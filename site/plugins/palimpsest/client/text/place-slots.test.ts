import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { cutAtSlots, markSlots } from './mark-slots.ts'
import { parseRewrite } from './parse-rewrite.ts'
import { showTree } from './show-tree.tsx'

/** Docusaurus' admonition takes the title out of its children. */
const parts = { mdxAdmonitionTitle: 'header' } as const
const render = (masked: string) => renderToStaticMarkup(showTree(parseRewrite(masked), parts))

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
  ['no slot is shown in code', 'By `a [[slot:k1]]`', '<p>By <code>a </code></p>'],
  ['a sign for private use is the author’s', 'Press \uE000 now', '<p>Press \uE000 now</p>'],
  ['a clock time is no directive', 'At 10:30 sharp', '<p>At 10:30 sharp</p>'],
  [
    'a note keeps its title',
    ':::note[Two halves]\n\nBoth.\n\n:::',
    '<aside data-kind="note" data-title="Two halves"><p>Both.</p></aside>',
  ],
  [
    'a title keeps its link, code, stress and slots',
    ':::note[The [[slot:k1]] of [a](link:1), `x` and **y**]\n\nBoth.\n\n:::',
    '<aside data-kind="note"><header>The <span data-slot="k1"></span> of <a href="link:1">a</a>, <code>x</code> and <strong>y</strong></header><p>Both.</p></aside>',
  ],
  [
    'a title that is nothing but a slot is one',
    ':::note[[[slot:k1]]]\n\nBoth.\n\n:::',
    '<aside data-kind="note"><header><span data-slot="k1"></span></header><p>Both.</p></aside>',
  ],
  [
    'a title may stand behind a space, in a quotation too',
    '> :::note Two halves, at 10:30\n> Both.\n> :::',
    '<blockquote><aside data-kind="note"><header>Two halves, at 10:30</header><p>Both.</p></aside>\n</blockquote>',
  ],
  [
    'a note keeps its id, its class and the title that it names',
    '::::note[One]{#a .b .c title="Two \'halves\'"}\n\nBoth.\n\n::::',
    '<aside data-kind="note" data-title="Two &#x27;halves&#x27;" id="a" data-class="b c"><p>Both.</p></aside>',
  ],
  [
    'empty brackets are no title',
    ':::note[]\n\nBoth.\n\n:::',
    '<aside data-kind="note"><header></header><p>Both.</p></aside>',
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
  expect(cutAtSlots(markSlots('\uFDD0k9\uFDD1 [[slot:k1]]'))).toEqual(['k9 ', { slot: 'k1' }])
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
