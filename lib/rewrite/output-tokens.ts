import { countWords } from '../text/index.ts'
import type { WritingTask } from '../prompt/index.ts'

/** A rewrite may be 2.6 times as long as its section. English takes about 1.3 tokens a word; other languages, Urdu among them, up to 3. */
const tokensPerWord = { en: 4, other: 8 }
/** A reasoning model's thinking counts towards the same limit. */
const tokensFree = 2_000

/** The limit of output tokens for one section, in proportion to its words, opened warnings included. */
export const outputTokensFor = ({ masked, language }: Pick<WritingTask, 'masked' | 'language'>): number =>
  tokensFree + countWords(masked.text) * (language === 'en' ? tokensPerWord.en : tokensPerWord.other)
