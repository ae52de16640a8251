import { countWords } from '../text/index.ts'
import type { MaskedSection, Section } from '../lesson/index.ts'
import { readOriginal } from './reading/candidate.ts'

interface MaskedPart {
  readonly section: Pick<Section, 'words'>
  readonly masked: MaskedSection
  readonly translating: boolean
}

/** Whether there is any prose to rewrite, including a warning opened for translation. */
export const hasProse = ({ section, masked, translating }: MaskedPart): boolean =>
  section.words > 0 || (translating && countWords(readOriginal(masked).prose) > 0)
