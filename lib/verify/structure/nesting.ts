import type { Nodes } from 'mdast'
import { readOriginal } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

/** A rewrite may have so many levels more than its section: a list where there was prose, with one in it. */
const levelsMore = 2

/** Harm prevented: lists within lists until a line on a phone has room for no word. */
export const nesting: Rule = ({ masked }) => {
  const levelsMax = countLevels(readOriginal(masked).tree) + levelsMore
  const message = `Lists and quotations may stand at most ${levelsMax} levels deep in one another.`
  return { part: ({ tree }) => (countLevels(tree) > levelsMax ? [{ reason: 'malformed', message }] : []) }
}

/** How deep lists and quotations stand in one another. */
function countLevels(node: Nodes): number {
  const own = node.type === 'list' || node.type === 'blockquote' ? 1 : 0
  return own + ('children' in node ? Math.max(0, ...node.children.map(countLevels)) : 0)
}
