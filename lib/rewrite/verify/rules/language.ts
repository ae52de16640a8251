import { getLanguage } from '../../../learner/languages.ts'
import type { Rule } from '../rule.ts'

/** Shorter texts say too little about their language to be judged by it. */
const wordsToJudge = 12
/** The share of letters in the language's script, at least: a text full of English terms is still Urdu. */
const scriptShareMin: Readonly<Record<string, number>> = { en: 0.9, ur: 0.45 }
const commonShareMin = 0.12

/** Harm prevented: a section in a language that the learner did not ask for. */
export const language: Rule = ({ prose }, { language: code }) => {
  const { english, letter, commonWords } = getLanguage(code)
  const words = prose.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < wordsToJudge) return []
  const letters = prose.match(/\p{L}/gu) ?? []
  const scriptShare = letters.filter((character) => letter.test(character)).length / letters.length
  const inScript = words.filter((word) => letter.test(word))
  const commonShare = inScript.filter((word) => commonWords.has(word)).length / Math.max(1, inScript.length)
  return scriptShare >= (scriptShareMin[code] ?? 0.5) && commonShare >= commonShareMin
    ? []
    : [{ reason: 'wrong-language', message: `The text is not in ${english}; write it in ${english}.` }]
}
