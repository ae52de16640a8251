import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { parseRewrite } from '../client/text/parse-rewrite.ts'
import { showTree } from '../client/text/show-tree.tsx'

const emoji = { ':tada:': '🎉', ':+1:': '👍', ':white_check_mark:': '✅', ':t-rex:': '🦖' }

const parts = { mdxAdmonitionTitle: 'header' } as const
const render = (masked: string): string => renderToStaticMarkup(showTree(parseRewrite(masked, emoji), parts))

test.each([
  ['in sentences, lists and stress', '- a:tada: **:+1:**\n\n:t-rex:', '🎉 <strong>👍</strong>'],
  ['with underscores', ':white_check_mark:', '<p>✅</p>'],
  ['as in the original, not where they are escaped', ':white\\_check\\_mark:', '<p>:white_check_mark:</p>'],
  ['not in code', '`:tada:`', '<code>:tada:</code>'],
  ['not where the author has no such shortcode', ':rocket: at 10:30:15', '<p>:rocket: at 10:30:15</p>'],
  [
    'as in the original, not in a title of nothing but text',
    ':::tip[:tada: Done]\n\na\n\n:::',
    'data-title=":tada: Done"',
  ],
  [
    'in a title with more than text',
    ':::tip[:tada: **Done**]\n\na\n\n:::',
    '<header>🎉 <strong>Done</strong></header>',
  ],
])('showEmoji() shows the emoji of a shortcode %s', (_, masked, shown) => {
  expect(render(masked)).toContain(shown)
})
