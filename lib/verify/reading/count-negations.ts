import { getPack } from '../../profile/index.ts'

const count = (text: string, pattern: RegExp | undefined): number => (pattern && text.match(pattern)?.length) ?? 0

/** How many negations a text has; undefined in a language without known negations. */
export function countNegations(text: string, language: string): number | undefined {
  const { negations } = getPack(language)
  return negations === undefined ? undefined : count(text, negations.words)
}

/** How often a text negates in other ways. */
export const countOtherNegations = (text: string, language: string): number =>
  count(text, getPack(language).negations?.otherWays)

/** How many negations a sentence has, except those that do not negate it. */
export function countSentenceNegations(sentence: string, language: string): number {
  const { rewriting } = getPack(language).negations ?? {}
  const text = rewriting ? sentence.replace(rewriting.idioms, '').replace(rewriting.listed, '') : sentence
  return countNegations(text, language) ?? 0
}

/** How many substitutes for a negation a text has. */
export const countSubstitutes = (text: string, language: string): number =>
  count(text, getPack(language).negations?.rewriting?.substitutes)

/** Whether a sentence has neither a negation nor a substitute for one. */
export const saysNoNowhere = (sentence: string, language: string): boolean =>
  countSentenceNegations(sentence, language) + countOtherNegations(sentence, language) === 0
