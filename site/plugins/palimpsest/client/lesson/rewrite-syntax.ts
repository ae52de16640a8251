import { directiveFromMarkdown } from 'mdast-util-directive'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { directive } from 'micromark-extension-directive'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

interface Parser {
  data(): { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
}

/**
 * A remark plugin for the Markdown that a rewrite can have: tables, struck text, task lists and admonitions. Its parts are
 * named one by one, since `remark-gfm` brings footnotes, bare links and a writer of Markdown, 10 KB that no rewrite needs.
 */
export function rewriteSyntax(this: Parser): void {
  const data = this.data()
  const syntax = [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), directive()]
  const trees = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    directiveFromMarkdown(),
  ]
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...trees]
}
