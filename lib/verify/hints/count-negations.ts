import { getLanguage } from '../../profile/index.ts'

/** How many negations a text has; undefined in a language whose negations are not known. */
export function countNegations(text: string, language: string): number | undefined {
  const { negation } = getLanguage(language)
  return negation === undefined ? undefined : (text.match(negation)?.length ?? 0)
}

/** Other ways to say no in English, such as "integral action missing" for "no integral action". */
const otherWords =
  /\b(?!under|units|insid|insert|inspect|install|instan|instr|increas|includ|indicat|indust|invert|invest|inverse|distanc|displa|discuss|discov|import|impuls)(?:avoid|prevent|keep|fail|refus|unable|hardly|rarely|seldom|instead|rather|lack|miss|absent|free|stop|except|unless|zero|wrong|forbid|ignor|lose|lost|hard|un\p{L}{3}|im[pm]\p{L}{3}|in[vscd]\p{L}{4}|dis\p{L}{3})|\p{L}less\b/giu
/** How often a text says no in another way than by a negation. */
export const countOtherNegations = (text: string): number => text.match(otherWords)?.length ?? 0

/** Words of a negation that do not negate the sentence. */
const idioms = /\bnothing but\b|\bnot (?:only|just|merely|every|all)\b|\bno later than\b/gi
/** "No undo, no pause and no copy" says no once. */
const listed = /\bno(?:thing)?(?: [^\s,;.:]+){0,3}[,:]?(?: and| or)? (?=no\b)/giu

/** How many negations an English sentence has, without those that do not negate it. */
export const countSentenceNegations = (sentence: string): number =>
  countNegations(sentence.replace(idioms, '').replace(listed, ''), 'en') ?? 0

/** Whether an English sentence says no in no way. */
export const saysNoNowhere = (sentence: string): boolean =>
  countSentenceNegations(sentence) + countOtherNegations(sentence) === 0
