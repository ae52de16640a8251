import type { ReactNode } from 'react'
import type { MaskGaps } from '../../lesson/page-lesson.ts'
import type { SyntaxNode } from '../../../../../lib/lesson/index.ts'
import { markMentions } from '../glossary/mark-mentions.ts'
import { directionOf } from '../languages/direction-of.ts'
import { isolateLatin } from './isolate-latin.ts'
import { markMeasurements } from '../../lesson/mark-measurements.ts'
import { markdownParts } from './markdown-parts.tsx'
import { parseRewrite } from './parse-rewrite.ts'
import type { Emoji } from '../../lesson/shortcodes.ts'
import { showTree } from './show-tree.tsx'
import { tightenLists } from './tighten-lists.ts'

export interface BlockToShow {
  /** Masked. */
  readonly markdown: string
  /** The glossary terms of the blocks before, as `termsExplainedBefore` gives them. */
  readonly explained: string
  readonly language: string | undefined
  readonly emoji: Emoji
  /** Where slots are set apart in the masked text, and not in the author's. */
  readonly gaps: MaskGaps
}

/** A block of masked Markdown in the page's elements. */
export function showBlock({ markdown, explained, language, emoji, gaps }: BlockToShow): ReactNode {
  const tree = parseRewrite(markdown, emoji)
  if (directionOf(language) === 'rtl') isolateLatin(tree)
  markMentions(tree, explained)
  markMeasurements(tree, unbroken)
  tightenLists(tree, gaps)
  return showTree(tree, markdownParts)
}

/** Emphasis by its type only: `hName` makes an element of it that the page shows as a `span` without line breaks. */
const unbroken = (words: SyntaxNode): SyntaxNode => ({ type: 'emphasis', children: [words], data: { hName: 'nobr' } })
