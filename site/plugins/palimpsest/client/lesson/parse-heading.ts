import type { Heading } from 'mdast'
import { parseRewrite } from './parse-rewrite.ts'
import type { Emoji } from './show-emoji.ts'

/** The syntax tree of a translated heading, which comes without its `##`; `1. Intro` is no list there. */
export function parseHeading(markdown: string, emoji: Emoji): Heading {
  const [heading] = parseRewrite(`# ${markdown}`, emoji).children
  return heading?.type === 'heading' ? heading : { type: 'heading', depth: 1, children: [] }
}
