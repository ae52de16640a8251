import type { ReactNode } from 'react'
import Rewrite from './Rewrite.tsx'
import SideBySide from '../side-by-side/SideBySide.tsx'
import type { SectionOnPage, ShownSection } from '../page/lesson-context.ts'

/** What a section shows beside the author's text or instead of it; undefined if nothing. */
export function showSection(
  { id, view, personal, section }: SectionOnPage,
  author: ReactNode,
): ShownSection | undefined {
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
  const { phase, originalShown } = section
  return {
    phase: originalShown ? 'original-shown' : phase,
    replaced: phase === 'rewritten' && !originalShown,
    rewrite: phase !== 'pending' && (
      <Rewrite id={id} section={section} lesson={lesson}>
        {author}
      </Rewrite>
    ),
  }
}
