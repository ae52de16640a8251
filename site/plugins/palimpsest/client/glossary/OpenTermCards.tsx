import glossary from 'palimpsest-glossary'
import { useState, type ReactNode } from 'react'
import type { GlossaryTerm } from '../../../../../lib/lesson/index.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { findProfile } from '../profile/stored-profile.ts'
import { levelOf } from '../../../../../lib/profile/index.ts'
import TermCard from './TermCard.tsx'
import { useOpenMark } from './use-open-mark.ts'

/** The card of the term that is pointed at, focused or tapped: one at a time. */
export default function OpenTermCards({ wanted }: { readonly wanted: HTMLElement }): ReactNode {
  const [newcomer] = useState(isNewcomer)
  const mark = useOpenMark(wanted)
  const term = glossaryTerms.find((each) => each.term === mark?.dataset['term'])
  return mark && term && <TermCard key={term.term} mark={mark} term={term} compared={newcomer} />
}

/** An everyday comparison is for those who say that they are new; nobody else needs to hear what a knee is. */
function isNewcomer(): boolean {
  const profile = findProfile(browserStorage)
  return profile !== undefined && levelOf(profile.answers) < 0
}

/** The site's glossary. What imports this is fetched on demand only: no page carries the glossary. */
const glossaryTerms: readonly GlossaryTerm[] = glossary.terms
