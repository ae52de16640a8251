import { memo, useMemo, type ReactNode } from 'react'
import { termsExplainedBefore } from '../glossary/mark-mentions.ts'
import type { SlotElements } from './find-slots.ts'
import RewrittenText from './RewrittenText.tsx'
import { showBlock, type BlockToShow } from './show-block.tsx'
import { useEmoji, useGaps } from './lesson-markup.ts'
import styles from './text.module.css'

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
  const [gaps, emoji] = [useGaps(section), useEmoji()]
  const placed = useMemo(() => {
    const explained = termsExplainedBefore([...before, ...blocks]).slice(before.length)
    return blocks.map((markdown, place) => ({ place, markdown, explained: explained[place] ?? '' }))
  }, [before, blocks])
  return (
    <RewrittenText slots={slots} language={language} spoken={spoken}>
      {placed.map(({ place, markdown, explained }) => (
        <Block key={place} {...{ markdown, explained, language, emoji, gaps }} />
      ))}
    </RewrittenText>
  )
}

/** A block never changes once it is here, so it is parsed once. */
const Block = memo(function Block(block: BlockToShow): ReactNode {
  return <div className={styles.block}>{showBlock(block)}</div>
})
