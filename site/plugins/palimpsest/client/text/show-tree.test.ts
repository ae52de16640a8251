import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { parseRewrite } from './parse-rewrite.ts'
import { showTree } from './show-tree.tsx'

const render = (masked: string) => renderToStaticMarkup(showTree(parseRewrite(masked)))

test.each([
  ['paragraphs stand on lines of their own', 'One\n  line.\n\nTwo.', '<p>One\nline.</p>\n<p>Two.</p>'],
  ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
  ['the words around a break stay apart', 'one  \ntwo', '<p>one<br/>\ntwo</p>'],
  ['a list without gaps', '- a\n- b', '<ul><li>a</li>\n<li>b</li>\n</ul>'],
  ['a list with gaps', '- a\n\n- b', '<ul><li><p>a</p></li>\n<li><p>b</p></li>\n</ul>'],
  ['a list in a list', '- a\n  - b', '<ul><li>a\n<ul><li>b</li>\n</ul></li>\n</ul>'],
  ['a list that goes on at three', '3. a\n4. b', '<ol start="3"><li>a</li>\n<li>b</li>\n</ol>'],
  [
    'a task list',
    '- [x] a',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled="" checked=""/> a</li>\n</ul>',
  ],
  [
    'a table with its columns aligned',
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
  ],
  ['a quotation', '> a', '<blockquote><p>a</p>\n</blockquote>'],
  ['a link of the lesson', '[a](link:2)', '<p><a href="link:2">a</a></p>'],
  ['any other address is dropped', '[a](javascript:alert(1))', '<p><a href="">a</a></p>'],
  ['no image is shown', '![a](https://example.com/a.png)', '<p></p>'],
  ['no HTML is shown', 'a\n\n<script>b</script>\n', '<p>a</p>\n'],
])('%s', (_, masked, html) => {
  expect(render(masked)).toBe(html)
})

test('an element with a part of its own is shown by that', () => {
  const parts = { strong: 'mark' } as const
  expect(renderToStaticMarkup(showTree(parseRewrite('**a**'), parts))).toBe('<p><mark>a</mark></p>')
})
