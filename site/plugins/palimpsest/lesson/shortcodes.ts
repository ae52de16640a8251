import type { Nodes } from 'mdast'

/** What may be one, as Docusaurus looks for it (remark-emoji). */
export const shortcode = /:\+1:|:-1:|:[\w-]+:/g

/** Shortcodes with the emoji that stand for them. */
export type Emoji = Readonly<Record<string, string>>

export const noEmoji: Emoji = {}

export const replaceShortcodes = (text: string, emoji: Emoji): string =>
  text.replace(shortcode, (code) => emoji[code] ?? code)

/** Puts emoji in the places of the lesson's shortcodes, outside of code. */
export function showEmoji(node: Nodes, emoji: Emoji): void {
  if (node.type === 'text') node.value = replaceShortcodes(node.value, emoji)
  if ('children' in node) node.children.forEach((child) => showEmoji(child, emoji))
}
