import { readOriginal } from '../reading/candidate.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'
import { countShared, readContentWords } from './shared-words.ts'

/** Shorter passages are told in too many ways. Different words. */
const wordsMin = 8
/** Re-told, a passage keeps two thirds of its words and more; one that is gone shares some with the rest of the section. */
const keptPartMin = 0.42

/**
 * Suspected: a paragraph that was left out, so that the learner never hears of it. Told by words, and so within one
 * language only; of a translation the numbers and the terms are held against the section.
 */
export const coverage: Rule = ({ kind, masked, translating, language }) => {
  if (translating || kind === 'note') return { part: nothing }
  return {
    part: nothing,
    whole: (text) => {
      const rewritten = readContentWords(readBlocks(text).passages.join('\n'), language)
      const lost = readBlocks(readOriginal(masked)).passages.find((passage) => {
        const words = readContentWords(passage, language)
        return words.size >= wordsMin && countShared(words, rewritten) / words.size < keptPartMin
      })
      return lost === undefined
        ? []
        : [{ reason: 'too-short', message: `The passage that begins "${lost.slice(0, 80)}" is missing; tell it, too.` }]
    },
  }
}
