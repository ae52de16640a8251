import { clsx } from 'clsx'
import { memo, useMemo, type ReactNode } from 'react'
import Markdown from 'react-markdown'
import { markMentions, termsToldBefore } from '../aids/mark-mentions.ts'
import { isolateLatin } from '../section/isolate-latin.ts'
import { directionOf } from '../languages/direction-of.ts'
import type { SlotElements } from './find-slots.ts'
import { markSlots } from './mark-slots.ts'
import { markdownParts } from './markdown-parts.tsx'
import { placeSlots } from './place-slots.ts'
import { rewriteSyntax } from './rewrite-syntax.ts'
import { SlotsContext } from './slots-context.ts'
import styles from './lesson.module.css'

interface BlocksProps {
  readonly blocks: readonly string[]
  readonly slots: SlotElements
  readonly language: string | undefined
}

/** Only the lesson's own link numbers are followed; every other address is dropped. */
export function keepLinkNumbers(url: string): string {
  return /^link:\d+$/.test(url) ? url : ''
}

/** Masked Markdown with the author's own elements in its slots. */
export default function Blocks({ blocks, slots, language }: BlocksProps): ReactNode {
  const placed = useMemo(() => {
    const told = termsToldBefore(blocks)
    return blocks.map((markdown, place) => ({ place, markdown, told: told[place] ?? '' }))
  }, [blocks])
  return (
    <SlotsContext.Provider value={slots}>
      <div className={clsx(styles.blocks, 'markdown')} data-spoken lang={language} dir={directionOf(language)}>
        {placed.map(({ place, markdown, told }) => (
          <Block key={place} markdown={markdown} told={told} direction={directionOf(language)} />
        ))}
      </div>
    </SlotsContext.Provider>
  )
}

const remarkPlugins = {
  ltr: [rewriteSyntax, placeSlots],
  rtl: [rewriteSyntax, placeSlots, isolateLatin],
}

interface BlockProps {
  readonly markdown: string
  /** The glossary terms of the blocks before, as `termsToldBefore` gives them. */
  readonly told: string
  readonly direction: 'ltr' | 'rtl'
}

/** A block never changes once it is here, so it is parsed once. */
const Block = memo(function Block({ markdown, told, direction }: BlockProps): ReactNode {
  return (
    <div className={styles.block}>
      <Markdown
        remarkPlugins={[...remarkPlugins[direction], [markMentions, told]]}
        components={markdownParts}
        urlTransform={keepLinkNumbers}
        skipHtml
      >
        {markSlots(markdown)}
      </Markdown>
    </div>
  )
})
