import type { ReactNode } from 'react'
import { directionOf } from '../languages/direction-of.ts'
import HeadingText from './HeadingText.tsx'
import PairedHeading from './PairedHeading.tsx'
import type { SectionHere } from './use-section.ts'

interface ToldHeadingProps {
  readonly children: ReactNode
  readonly lang?: string | undefined
  readonly dir?: 'ltr' | 'rtl'
}

/** What a section's heading says instead of the author's, where it was translated; undefined where the author's stands. */
export function tellHeading(here: SectionHere, author: ReactNode): ToldHeadingProps | undefined {
  const { view, personal, section } = here
  const heading = here.headingStays ? undefined : section?.heading
  if (section === undefined || heading === undefined || view === 'original') return undefined
  const language = personal?.lesson.getState().language
  const { peeked } = section
  const translated = (
    <HeadingText translated={heading} language={language}>
      {author}
    </HeadingText>
  )
  if (view === 'side-by-side') {
    return {
      children: (
        <PairedHeading translated={translated} language={language} peeked={peeked}>
          {author}
        </PairedHeading>
      ),
    }
  }
  // A text of its own in the page: browsers would take the author's words with other letters for words that have moved.
  return peeked ? undefined : { children: translated, lang: language, dir: directionOf(language) }
}
