import type { Nodes } from 'mdast'
import { readOriginal } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

/** How many levels more than its section a rewrite may have: a list where there was prose, and one inside it. */
const levelsMore = 2

/** Prevents lists so deeply nested that a phone has no room for a word. */
export const nesting: Rule = ({ masked }) => {
  const levelsMax = countLevels(readOriginal(masked).tree) + levelsMore
  const message = `Lists and quotations may stand at most ${levelsMax} levels deep in one another.`
  return { part: ({ tree }) => (countLevels(tree) > levelsMax ? [{ reason: 'malformed', message }] : []) }
}

/** How deeply lists and quotations are nested. */
function countLevels(node: Nodes): number {
  const own = node.type === 'list' || node.type === 'blockquote' ? 1 : 0
  return own + ('children' in node ? Math.max(0, ...node.children.map(countLevels)) : 0)
}
