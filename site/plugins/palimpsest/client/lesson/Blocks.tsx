import { clsx } from 'clsx'
import { memo, useMemo, type ReactNode } from 'react'
import type { SyntaxNode } from '../../../../../lib/lesson/syntax-node.ts'
import { markMentions, termsToldBefore } from '../aids/mark-mentions.ts'
import { isolateLatin } from '../section/isolate-latin.ts'
import { directionOf } from '../languages/direction-of.ts'
import type { MaskGaps } from '../../remark/page-lesson.ts'
import type { SlotElements } from './find-slots.ts'
import { useLesson } from './lesson-context.ts'
import { markMeasurements } from './mark-measurements.ts'
import { markdownParts } from './markdown-parts.tsx'
import { parseRewrite } from './parse-rewrite.ts'
import { showTree } from './show-tree.tsx'
import { SlotsContext } from './slots-context.ts'
import { noGaps, tightenLists } from './tighten-lists.ts'
import { useEmoji } from './use-emoji.ts'
import styles from './lesson.module.css'

interface BlocksProps {
  /** The section that they belong to; none for the note. */
  readonly section?: string
  readonly blocks: readonly string[]
  /** Blocks of the same section that are shown before these: what they explain is not explained again. */
  readonly before?: readonly string[]
  /** They are what is read aloud; by default they are. */
  readonly spoken?: boolean
  readonly slots: SlotElements
  readonly language: string | undefined
}

const none: readonly string[] = []

/** Masked Markdown with the author's own elements in its slots. */
export default function Blocks(props: BlocksProps): ReactNode {
  const { section, blocks, before = none, spoken = true, slots, language } = props
  const gaps = useLesson()?.page.sections.find(({ id }) => id === section)?.gaps ?? noGaps
  const placed = useMemo(() => {
    const told = termsToldBefore([...before, ...blocks]).slice(before.length)
    return blocks.map((markdown, place) => ({ place, markdown, told: told[place] ?? '' }))
  }, [before, blocks])
  return (
    <SlotsContext.Provider value={slots}>
      <div
        className={clsx(styles.blocks, 'markdown')}
        data-spoken={spoken || undefined}
        lang={language}
        dir={directionOf(language)}
      >
        {placed.map(({ place, markdown, told }) => (
          <Block key={place} {...{ markdown, told, gaps }} direction={directionOf(language)} />
        ))}
      </div>
    </SlotsContext.Provider>
  )
}

/** Emphasis by its type only: `hName` makes an element of it that the page shows as a `span` without line breaks. */
const unbroken = (words: SyntaxNode): SyntaxNode => ({ type: 'emphasis', children: [words], data: { hName: 'nobr' } })

interface BlockProps {
  readonly markdown: string
  /** The glossary terms of the blocks before, as `termsToldBefore` gives them. */
  readonly told: string
  readonly gaps: MaskGaps
  readonly direction: 'ltr' | 'rtl'
}

/** A block never changes once it is here, so it is parsed once. */
const Block = memo(function Block({ markdown, told, gaps, direction }: BlockProps): ReactNode {
  const tree = parseRewrite(markdown, useEmoji())
  if (direction === 'rtl') isolateLatin(tree)
  markMentions(tree, told)
  markMeasurements(tree, unbroken)
  tightenLists(tree, gaps)
  return <div className={styles.block}>{showTree(tree, markdownParts)}</div>
})
