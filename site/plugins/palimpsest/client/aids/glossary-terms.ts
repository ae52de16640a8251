import glossary from 'palimpsest-glossary'
import type { GlossaryTerm } from '../../../../../lib/lesson/index.ts'

/** The site's glossary. What imports this is fetched on demand only: no page carries the glossary. */
export const glossaryTerms: readonly GlossaryTerm[] = glossary.terms
