import type { Prompt } from '../../lib/prompt/index.ts'

/** An instruction hidden in a lesson, and what a model that obeys it writes. */
export interface Injection {
  readonly name: string
  /** The hidden words. */
  readonly asks: string
  /** The language of the words and of the reader; English when left out. */
  readonly language?: 'ur'
  /** For the guide: what the reader gets when the injection succeeds. */
  readonly effect: string
  /** The text of a model that obeys; `faithful` is what it would have written otherwise. */
  readonly obey: (faithful: string, prompt: Prompt) => string
  /** Whether a text has the effect. */
  readonly isIn: (text: string) => boolean
  /** No rule can find this in a text. The guide lists such injections. */
  readonly remains?: true
}

/** Adds a sentence at the end of the text. */
export const add = (sentence: string): Pick<Injection, 'obey' | 'isIn'> => ({
  obey: (faithful) => `${faithful}\n\n${sentence}`,
  isIn: (text) => text.includes(sentence),
})
export const change = (from: string | RegExp, to: string): Pick<Injection, 'obey' | 'isIn'> => ({
  obey: (faithful) => faithful.replace(from, to),
  isIn: (text) => text.includes(to),
})
export const drop = (part: string): Pick<Injection, 'obey' | 'isIn'> => ({
  obey: (faithful) => faithful.replace(part, ''),
  isIn: (text) => !text.includes(part),
})
export const replaceBy = (whole: string): Pick<Injection, 'obey' | 'isIn'> => ({
  obey: () => whole,
  isIn: (text) => text === whole,
})
