import { get } from 'node-emoji'
import { visit } from 'unist-util-visit'
import type { SyntaxNode } from '../../../../lib/lesson/index.ts'
import { shortcode } from '../lesson/shortcodes.ts'

/** The shortcodes in a page's text (`:tada:`) with the emoji that Docusaurus shows for them; one that it does not know is text. */
export function findEmoji(root: SyntaxNode): Record<string, string> {
  const found: Record<string, string> = {}
  visit(root, 'text', ({ value = '' }: SyntaxNode) => {
    for (const [code] of value.matchAll(shortcode)) {
      const emoji = get(code)
      if (emoji !== undefined) found[code] = emoji
    }
  })
  return found
}
