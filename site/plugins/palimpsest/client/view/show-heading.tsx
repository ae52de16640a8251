import type { ReactNode } from 'react'
import { directionOf } from '../languages/direction-of.ts'
import HeadingText from '../text/HeadingText.tsx'
import PairedHeading from '../side-by-side/PairedHeading.tsx'
import type { SectionOnPage, ShownHeading } from '../page/lesson-context.ts'

/** What a section's heading shows instead of the author's; undefined if it was not translated. */
export function showHeading(here: SectionOnPage, author: ReactNode): ShownHeading | undefined {
  const { view, personal, section } = here
  const heading = here.headingStays ? undefined : section?.heading
  if (section === undefined || heading === undefined || view === 'original') return undefined
  const language = personal?.lesson.getState().language
  const { originalShown } = section
  const translated = (
    <HeadingText translated={heading} language={language}>
      {author}
    </HeadingText>
  )
  if (view === 'side-by-side') {
    return {
      children: (
        <PairedHeading translated={translated} language={language} originalShown={originalShown}>
          {author}
        </PairedHeading>
      ),
    }
  }
  // A text of its own in the page: browsers would take the author's words with other letters for words that have moved.
  return originalShown ? undefined : { children: translated, lang: language, dir: directionOf(language) }
}
