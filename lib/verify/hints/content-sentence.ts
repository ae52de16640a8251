import { splitSentences } from '../reading/split-sentences.ts'
import { readContentWords } from './shared-words.ts'

/** A sentence with the words that say what it is about. */
export interface ContentSentence {
  readonly text: string
  readonly words: ReadonlySet<string>
}

/** The sentences of some passages. */
export const readContentSentences = (passages: readonly string[], language: string): ContentSentence[] =>
  passages.flatMap(splitSentences).map((text) => ({ text, words: readContentWords(text, language) }))
