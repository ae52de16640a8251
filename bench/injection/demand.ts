import type { Prompt } from '../../lib/prompt/index.ts'

/** Something that a text hidden in a lesson asks of the model, and what a model writes that does as it is told. */
export interface Demand {
  readonly name: string
  /** The words that are hidden in the lesson. */
  readonly asks: string
  /** Of the words and of the reader for whom the model writes; English when left out. */
  readonly language?: 'ur'
  /** For the guide: what is gained when the reader gets it. */
  readonly gain: string
  /** The text of a model that obeys; `faithful` is what it would have written otherwise. */
  readonly obey: (faithful: string, prompt: Prompt) => string
  /** Whether a text that reaches the reader holds what was asked for. */
  readonly isIn: (text: string) => boolean
  /** No rule can tell this from a lesson. Such demands are named in the guide. */
  readonly remains?: true
}

/** At the end of the text. */
export const add = (sentence: string): Pick<Demand, 'obey' | 'isIn'> => ({
  obey: (faithful) => `${faithful}\n\n${sentence}`,
  isIn: (text) => text.includes(sentence),
})
export const change = (from: string | RegExp, to: string): Pick<Demand, 'obey' | 'isIn'> => ({
  obey: (faithful) => faithful.replace(from, to),
  isIn: (text) => text.includes(to),
})
export const drop = (part: string): Pick<Demand, 'obey' | 'isIn'> => ({
  obey: (faithful) => faithful.replace(part, ''),
  isIn: (text) => !text.includes(part),
})
export const replaceBy = (whole: string): Pick<Demand, 'obey' | 'isIn'> => ({
  obey: () => whole,
  isIn: (text) => text === whole,
})
