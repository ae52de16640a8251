import { getPack } from '../../profile/index.ts'

const count = (text: string, pattern: RegExp | undefined): number => (pattern && text.match(pattern)?.length) ?? 0

/** How many negations a text has; undefined in a language whose negations are not known. */
export function countNegations(text: string, language: string): number | undefined {
  const { negations } = getPack(language)
  return negations === undefined ? undefined : count(text, negations.words)
}

/** How often a text says no in another way than by a negation. */
export const countOtherNegations = (text: string, language: string): number =>
  count(text, getPack(language).negations?.otherWays)

/** How many negations a sentence has, without those that do not negate it. */
export function countSentenceNegations(sentence: string, language: string): number {
  const { retelling } = getPack(language).negations ?? {}
  const text = retelling ? sentence.replace(retelling.idioms, '').replace(retelling.listed, '') : sentence
  return countNegations(text, language) ?? 0
}

/** How often words stand for a negation. */
export const countSubstitutes = (text: string, language: string): number =>
  count(text, getPack(language).negations?.retelling?.substitutes)

/** Whether a sentence says no in no way. */
export const saysNoNowhere = (sentence: string, language: string): boolean =>
  countSentenceNegations(sentence, language) + countOtherNegations(sentence, language) === 0
