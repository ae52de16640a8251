import { countWords } from '../lesson/count-words.ts'
import type { WritingTask } from './writing-task.ts'

/** English takes about 1.3 tokens a word, Urdu up to 3; a rewrite may be 2.6 times as long as its section. */
const tokensPerWord = 8
/** A reasoning model thinks on the same allowance. */
const tokensFree = 2_000

/** The most tokens a model may spend on one section: as many as its words want, opened warnings included. */
export const outputTokensFor = ({ masked }: Pick<WritingTask, 'masked'>): number =>
  tokensFree + countWords(masked.text) * tokensPerWord
