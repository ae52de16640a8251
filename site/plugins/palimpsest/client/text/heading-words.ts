import { toString } from 'mdast-util-to-string'
import { parseHeading } from './parse-rewrite.ts'
import { replaceShortcodes, type Emoji } from '../../lesson/shortcodes.ts'

interface Headings {
  /** Markdown, where there is one. */
  readonly translated?: string | undefined
  /** Plain text. */
  readonly author: string | null | undefined
}

/** A section's heading in plain words, for a name or a list; undefined where it has none. */
export function headingWords({ translated, author }: Headings, emoji: Emoji): string | undefined {
  if (translated !== undefined) return toString(parseHeading(translated, emoji))
  return author === null || author === undefined ? undefined : replaceShortcodes(author, emoji)
}
