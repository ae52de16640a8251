import type { Root, Heading } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { directive } from 'micromark-extension-directive'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { bracketLegacyTitles } from '../../../../../lib/lesson/index.ts'
import { markSlots } from './mark-slots.ts'
import { placeSlots } from './place-slots.ts'
import { noEmoji, showEmoji, type Emoji } from '../../lesson/shortcodes.ts'

/**
 * The Markdown that a rewrite can have: tables, struck text, task lists and admonitions. Its parts are named one by one, since
 * `remark-gfm` brings footnotes, bare links and a writer of Markdown, 10 KB that no rewrite needs.
 */
const extensions = [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), directive()]
const mdastExtensions = [
  gfmTableFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  directiveFromMarkdown(),
]

/** The syntax tree of masked Markdown, with elements in the places of its slots and admonitions, and with the lesson's emoji. */
export function parseRewrite(masked: string, emoji: Emoji = noEmoji): Root {
  const source = markSlots(bracketLegacyTitles(masked))
  const tree = fromMarkdown(source, { extensions, mdastExtensions })
  placeSlots(tree, source)
  showEmoji(tree, emoji)
  return tree
}

/** The syntax tree of a translated heading, which comes without its `##`; `1. Intro` is no list there. */
export function parseHeading(markdown: string, emoji: Emoji): Heading {
  const [heading] = parseRewrite(`# ${markdown}`, emoji).children
  return heading?.type === 'heading' ? heading : { type: 'heading', depth: 1, children: [] }
}
