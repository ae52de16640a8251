import { expect, test } from 'vitest'
import { locateTermsOf } from '../../../../lib/lesson/locate-terms.ts'
import { parseMarkdown } from '../../../../lib/lesson/parse-markdown.ts'
import type { SyntaxNode } from '../../../../lib/lesson/syntax-node.ts'
import { markTerms } from './mark-terms.ts'

const locate = locateTermsOf([
  { term: 'joint', aliases: ['joints'] },
  { term: 'torque', aliases: [] },
])

/** The text of a tree, with what is marked in angle brackets. */
function read(node: SyntaxNode): string {
  const text = node.children?.map(read).join('') ?? node.value ?? ''
  return node.type === 'term' ? `<${text}>` : text
}

function marked(markdown: string): string {
  const root: SyntaxNode = parseMarkdown(markdown, { slug: 'robots' })
  const build = (name: string, words: SyntaxNode): SyntaxNode => ({ type: 'term', name, children: [words] })
  markTerms(root, { locate, marked: new Set(), build })
  return read(root)
}

test('markTerms() marks the first mention of each term and no other', () => {
  expect(marked('Joints move. A joint needs torque; torque is a *torque*.')).toBe(
    '<Joints> move. A joint needs <torque>; torque is a torque.',
  )
})

test.each([
  ['a heading', '## A joint\n\nA joint.', 'A jointA <joint>.'],
  ['a link', '[a joint](x.md) and a joint', 'a joint and a <joint>'],
  ['code', '`joint` and joint', 'joint and <joint>'],
  ['a block of code', '```\njoint\n```\n\njoint', 'joint<joint>'],
  ['the head of a table', '| joint |\n| - |\n| joint |', 'joint<joint>'],
])('markTerms() leaves %s alone', (_, markdown, expected) => {
  expect(marked(markdown)).toBe(expected)
})

test('markTerms() reaches into lists, quotations and emphasis', () => {
  expect(marked('- a **joint**\n\n> torque')).toBe('a <joint><torque>')
})
