import { countWords } from '../../lesson/count-words.ts'
import type { Section } from '../../lesson/lesson.ts'
import type { MaskedSection } from '../../lesson/mask-section.ts'
import { readOriginal } from './candidate.ts'

interface MaskedPart {
  readonly section: Pick<Section, 'words'>
  readonly masked: MaskedSection
  readonly translating: boolean
}

/** Whether there is anything to re-tell. A warning that is opened for translation is prose, too. */
export const hasProse = ({ section, masked, translating }: MaskedPart): boolean =>
  section.words > 0 || (translating && countWords(readOriginal(masked).prose) > 0)
