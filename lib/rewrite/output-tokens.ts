import { countWords } from '../text/index.ts'
import type { WritingTask } from '../prompt/index.ts'

/** A rewrite may be 2.6 times as long as its section. English takes about 1.3 tokens a word; other languages, Urdu among them, up to 3. */
const tokensPerWord = { en: 4, other: 8 }
/** A reasoning model thinks on the same fallbackBudget. */
const tokensFree = 2_000

/** The most tokens a model may spend on one section: as many as its words want, opened warnings included. */
export const outputTokensFor = ({ masked, language }: Pick<WritingTask, 'masked' | 'language'>): number =>
  tokensFree + countWords(masked.text) * (language === 'en' ? tokensPerWord.en : tokensPerWord.other)
