import { getLanguage, type Language } from '../../profile/index.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import type { Rule } from '../rule.ts'

/** Shorter texts say too little about their language to be judged by it. */
const wordsToJudge = 12
const commonShareMin = 0.12

/** One passage may have fewer common words than a text, and a translated one more English terms. */
const passage = { scriptShareMin: 0.25, commonShareMin: 0.05 }
/** A passage of nothing but English words in a translation is a list of terms, unless so many of them are common ones. */
const strayCommonWords = 2

/** Harm prevented: a section, or a paragraph of it, in a language that the learner did not ask for. */
export const language: Rule = (candidate, { language: code }) => {
  const known = getLanguage(code)
  const text = measureLanguage(candidate.prose, known)
  const isForeign =
    (text.words >= wordsToJudge && (text.scriptShare < known.scriptShareMin || text.commonShare < commonShareMin)) ||
    readBlocks(candidate).passages.some((one) => isForeignPassage(one, known))
  return isForeign
    ? [{ reason: 'wrong-language', message: `The text is not all in ${known.english}; write it in ${known.english}.` }]
    : []
}

function isForeignPassage(text: string, known: Language): boolean {
  const { words, scriptShare, commonShare } = measureLanguage(text, known)
  if (words >= wordsToJudge && (scriptShare < passage.scriptShareMin || commonShare < passage.commonShareMin))
    return true
  const english = getLanguage('en')
  const strays = text.toLowerCase().match(/[a-z]+/g) ?? []
  return (
    known.code !== english.code &&
    scriptShare === 0 &&
    strays.filter((word) => english.commonWords.has(word)).length >= strayCommonWords
  )
}

/** How much of a text is written in a language's script, and how many of its words there are common ones. */
function measureLanguage(text: string, { letter, commonWords }: Language) {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const letters = text.match(/\p{L}/gu) ?? []
  const inScript = words.filter((word) => letter.test(word))
  return {
    words: words.length,
    scriptShare: letters.filter((character) => letter.test(character)).length / Math.max(1, letters.length),
    commonShare: inScript.filter((word) => commonWords.has(word)).length / Math.max(1, inScript.length),
  }
}
