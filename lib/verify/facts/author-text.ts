import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'

/** The author's texts in which a fact may be looked up, as written and with character references resolved. */
export interface AuthorText {
  /** The section, its code and formulas included. */
  readonly section: string
  /** All of the author's text in the prompt. */
  readonly shown: string
  /** The same with single spaces. */
  readonly shownOnOneLine: string
}

/** The author's texts, read once per task. */
export const readAuthorText = oncePer(({ section, shown, masked }: WritingTask): AuthorText => {
  const { prose } = readOriginal(masked)
  const all = `${shown}\n\n${prose}`
  return { section: `${section.source}\n\n${prose}`, shown: all, shownOnOneLine: all.replace(/\s+/g, ' ') }
})
