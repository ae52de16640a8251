import { translate } from '@docusaurus/Translate'
import MDXComponents from '@theme/MDXComponents'
import { createElement as element, Fragment, useMemo, type ReactNode } from 'react'
import { termsExplainedBefore } from '../glossary/mark-mentions.ts'
import type { SlotElements } from '../text/find-slots.ts'
import textStyles from '../text/text.module.css'
import { markdownParts } from '../text/markdown-parts.tsx'
import RewrittenText from '../text/RewrittenText.tsx'
import { showBlock } from '../text/show-block.tsx'
import { useEmoji, useGaps } from '../text/lesson-markup.ts'
import { compareTexts } from './compare-texts.ts'
import { markChanges } from './mark-changes.tsx'
import { placeChanges } from './place-changes.ts'
import { readText } from './read-text.ts'
import type { BlockTypes } from './text-element.ts'
import styles from './changes.module.css'

interface ChangesProps {
  /** The section's id. */
  readonly section: string
  readonly blocks: readonly string[]
  readonly slots: SlotElements
  readonly language: string | undefined
  /** The author's own elements. */
  readonly children: ReactNode
}

const items = ['li']
const blocks = [
  ...items,
  'p',
  'ul',
  'ol',
  'div',
  'aside',
  'admonition',
  'mdxAdmonitionTitle',
  'blockquote',
  'tr',
  'table',
  'hr',
]

/** An element's types: its HTML name, the site's component for it, and ours in rewrites. */
const typesOf = (names: readonly string[]) =>
  new Set<unknown>(names.flatMap((name) => [name, MDXComponents[name] ?? name, markdownParts[name] ?? name]))
const types: BlockTypes = { blocks: typesOf(blocks), items: typesOf(items) }

/** The rewrite with its changes marked: words that were added, and the author's words that were removed. */
export default function Changes({ section, blocks: rewrite, slots, language, children }: ChangesProps): ReactNode {
  const [gaps, emoji] = [useGaps(section), useEmoji()]
  const { marked, added, removed } = useMemo(() => {
    const explained = termsExplainedBefore(rewrite)
    const shown = rewrite.map((markdown, place) =>
      showBlock({ markdown, explained: explained[place] ?? '', language, emoji, gaps }),
    )
    const text = element(
      Fragment,
      null,
      ...shown.map((block) => element('div', { className: textStyles.block }, block)),
    )
    const comparison = compareTexts(readText(children, types), readText(text, types))
    return { ...comparison, marked: markChanges(text, placeChanges(comparison.runs), types) }
  }, [children, rewrite, language, emoji, gaps])
  return (
    <>
      <p className={styles.count} data-uncopied>
        {formatCount(added, removed)}
      </p>
      <RewrittenText slots={slots} language={language} spoken>
        {marked}
      </RewrittenText>
    </>
  )
}

function formatCount(added: number, removed: number): string {
  if (added + removed === 0) {
    return translate({ id: 'palimpsest.changes.none', message: 'No words changed.' })
  }
  return translate(
    { id: 'palimpsest.changes.count', message: 'Words added: {added}. Words removed: {removed}.' },
    { added, removed },
  )
}
