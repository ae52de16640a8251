import { readOriginal } from '../reading/candidate.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'
import { countShared, readContentWords } from './shared-words.ts'

/** Passages with fewer different words can be phrased in too many ways. */
const wordsMin = 8
/**
 * Rewritten, a passage keeps at least two thirds of its words; a missing one shares some with the rest of the section.
 */
const keptPartMin = 0.42

/**
 * Suspects a paragraph that was left out, so that the learner never reads it. Compares words, and so only works within
 * one language; translations are checked by their numbers and terms.
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
        : [
            {
              reason: 'too-short',
              message: `The passage that begins "${lost.slice(0, 80)}" is missing; include it, too.`,
            },
          ]
    },
  }
}
