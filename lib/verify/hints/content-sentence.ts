import { splitSentences } from '../reading/split-sentences.ts'
import { readContentWords } from './shared-words.ts'

/** A sentence and the words that carry its content. */
export interface ContentSentence {
  readonly text: string
  readonly words: ReadonlySet<string>
}

/** Splits passages into sentences with their content words. */
export const readContentSentences = (passages: readonly string[], language: string): ContentSentence[] =>
  passages.flatMap(splitSentences).map((text) => ({ text, words: readContentWords(text, language) }))
