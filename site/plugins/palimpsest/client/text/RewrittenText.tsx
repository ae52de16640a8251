import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { directionOf } from '../languages/direction-of.ts'
import { type SlotElements, SlotsContext } from './find-slots.ts'
import styles from './text.module.css'

interface RewrittenTextProps {
  readonly slots: SlotElements
  readonly language: string | undefined
  /** It is what is read aloud. */
  readonly spoken: boolean
  /** Blocks. */
  readonly children: ReactNode
}

/** Where blocks of a rewrite stand: in their language, with the author's elements for their slots. */
export default function RewrittenText({ slots, language, spoken, children }: RewrittenTextProps): ReactNode {
  return (
    <SlotsContext.Provider value={slots}>
      <div
        className={clsx(styles.blocks, 'markdown')}
        data-spoken={spoken || undefined}
        lang={language}
        dir={directionOf(language)}
      >
        {children}
      </div>
    </SlotsContext.Provider>
  )
}
