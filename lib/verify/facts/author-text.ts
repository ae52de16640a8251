import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'

/** Texts of the author's in which a fact may be looked up: as they are written, and as they are read with references resolved. */
export interface AuthorText {
  /** The section, its code and formulas included. */
  readonly section: string
  /** All that the writer was shown. */
  readonly shown: string
  /** The same with single spaces. */
  readonly shownOnOneLine: string
}

/** What an author says, read once for a task. */
export const readAuthorText = oncePer(({ section, shown, masked }: WritingTask): AuthorText => {
  const { prose } = readOriginal(masked)
  const all = `${shown}\n\n${prose}`
  return { section: `${section.source}\n\n${prose}`, shown: all, shownOnOneLine: all.replace(/\s+/g, ' ') }
})
