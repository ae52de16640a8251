import { getLanguage, getPack, type LanguagePack } from '../../profile/index.ts'
import { oncePer } from '../once-per.ts'
import { termsLanguage } from '../packs-of.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import type { Rule } from '../rule.ts'

/** Shorter texts do not show their language reliably. Words. */
const wordsToJudge = 12
const commonShareMin = 0.12

/** A passage may have fewer common words than a text, and a translated one more English terms. */
const passage = { scriptShareMin: 0.25, commonShareMin: 0.05 }
/** In a translation, a passage of English words is a list of terms, unless this many of them are common words. */
const strayCommonWords = 2

/** Prevents a section, or a paragraph of it, in a language that the learner did not choose. */
export const language: Rule = ({ language: code }) => {
  const { english, code: known } = getLanguage(code)
  const pack = getPack(known)
  let text = emptyCounts
  return {
    part: (part) => {
      text = addCounts(text, countLanguage(part.prose, pack))
      const isForeign =
        isBelow(text, { scriptShareMin: pack.scriptShareMin, commonShareMin }) ||
        readBlocks(part).passages.some((one) => isForeignPassage(one, pack) || isStray(one, known))
      return isForeign
        ? [{ reason: 'wrong-language', message: `The text is not all in ${english}; write it in ${english}.` }]
        : []
    },
  }
}

const isForeignPassage = (text: string, pack: LanguagePack): boolean => isBelow(countLanguage(text, pack), passage)

/** Whether a passage of a translation is in English, and more than a list of terms. */
function isStray(text: string, code: string): boolean {
  if (code === termsLanguage || countLanguage(text, getPack(code)).lettersInScript > 0) return false
  const common = commonWordsOf(getPack(termsLanguage))
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  return words.filter((word) => common.has(word)).length >= strayCommonWords
}

interface LanguageCounts {
  readonly words: number
  readonly letters: number
  /** Letters and words in the language's script, and the common words among them. */
  readonly lettersInScript: number
  readonly wordsInScript: number
  readonly commonWords: number
}

const emptyCounts: LanguageCounts = { words: 0, letters: 0, lettersInScript: 0, wordsInScript: 0, commonWords: 0 }

const addCounts = (one: LanguageCounts, other: LanguageCounts): LanguageCounts => ({
  words: one.words + other.words,
  letters: one.letters + other.letters,
  lettersInScript: one.lettersInScript + other.lettersInScript,
  wordsInScript: one.wordsInScript + other.wordsInScript,
  commonWords: one.commonWords + other.commonWords,
})

const commonWordsOf = oncePer(({ commonWords }: LanguagePack) => new Set(commonWords.split(' ')))

function countLanguage(text: string, pack: LanguagePack): LanguageCounts {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const letters = text.match(/\p{L}/gu) ?? []
  const inScript = words.filter((word) => pack.letter.test(word))
  return {
    words: words.length,
    letters: letters.length,
    lettersInScript: letters.filter((letter) => pack.letter.test(letter)).length,
    wordsInScript: inScript.length,
    commonWords: inScript.filter((word) => commonWordsOf(pack).has(word)).length,
  }
}

function isBelow(
  { words, letters, lettersInScript, wordsInScript, commonWords }: LanguageCounts,
  least: { readonly scriptShareMin: number; readonly commonShareMin: number },
): boolean {
  return (
    words >= wordsToJudge &&
    (lettersInScript / Math.max(1, letters) < least.scriptShareMin ||
      commonWords / Math.max(1, wordsInScript) < least.commonShareMin)
  )
}
