import type { ReactNode } from 'react'
import type { SectionPhase } from './lesson-state.ts'
import Rewrite from './Rewrite.tsx'
import SideBySide from './SideBySide.tsx'
import type { SectionHere } from './use-section.ts'

interface ToldSection {
  /** Stands alone: both texts side by side. */
  readonly pair?: ReactNode
  readonly phase?: SectionPhase | 'peeked'
  /** The author's text is not shown: all of it is told anew. */
  readonly replaced?: boolean
  /** Stands after the author's text, or in its place. */
  readonly telling?: ReactNode
}

/** What a section shows beside the author's text, or instead of it; undefined where that stands alone. */
export function tellSection({ id, view, personal, section }: SectionHere, author: ReactNode): ToldSection | undefined {
  if (personal === undefined || view === 'original') return undefined
  const { lesson } = personal
  if (view === 'side-by-side') {
    return {
      pair: (
        <SideBySide id={id} section={section} lesson={lesson}>
          {author}
        </SideBySide>
      ),
    }
  }
  if (section === undefined) return undefined
  const { phase, peeked } = section
  return {
    phase: peeked ? 'peeked' : phase,
    replaced: phase === 'rewritten' && !peeked,
    telling: phase !== 'pending' && (
      <Rewrite id={id} section={section} lesson={lesson}>
        {author}
      </Rewrite>
    ),
  }
}
