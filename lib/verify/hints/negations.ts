import { getPack } from '../../profile/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'
import { findAddedInRewrite, findAddedInTranslation } from './added-negation.ts'
import { findLostInRewrite, findLostInTranslation, followTranslation } from './lost-negation.ts'
import { findNegatedPhrases, findSaidPlainly, indexPhrases, parseSentences } from './negated-phrases.ts'

/**
 * Suspects a "must not" that became "must", or a statement that was negated. Within a language, compares sentences that
 * are nearly equal but for the negation; in a translation, the number of negations of each passage.
 */
export const negations: Rule = (task) => {
  if (task.kind === 'note') return { part: nothing }
  const { language, lesson, translating } = task
  const isSameLanguage = language === lesson.language && getPack(language).negations?.rewriting !== undefined
  const follow = followTranslation(task)
  const findLost = translating ? findLostInTranslation : isSameLanguage ? findLostInRewrite : nowhere
  const findAdded = translating ? findAddedInTranslation : isSameLanguage ? findAddedInRewrite : nowhere
  return {
    part: (part) => {
      const { passages } = readBlocks(part)
      const flips = isSameLanguage ? findLostFlips(passages, task) : []
      const lost = translating ? follow(passages) : undefined
      return flips.length === 0 && lost !== undefined ? [keep(lost)] : flips
    },
    whole: (text) => {
      const { passages } = readBlocks(text)
      const flips = isSameLanguage ? findFlips(passages, task) : []
      if (flips.length > 0) return flips
      const lost = findLost(passages, task)
      if (lost !== undefined) return [keep(lost)]
      const added = findAdded(passages, task)
      return added === undefined ? [] : [changed(`The section does not negate what "${added.slice(0, 120)}" does.`)]
    },
  }
}

const nowhere = (): undefined => undefined
const keep = (lost: string): Finding => changed(`Keep the negation of "${lost.slice(0, 120)}".`)

/** The author's sentences, and their negated phrases except those that the author also states without negation. */
const readAuthor = oncePer(({ masked, language }: WritingTask) => {
  const sentences = parseSentences(readBlocks(readOriginal(masked)).passages, language)
  const phrases = findNegatedPhrases(sentences)
  const plain = findSaidPlainly(indexPhrases(phrases), sentences)
  return { sentences, phrases: indexPhrases(phrases.filter((phrase) => !plain.has(phrase))) }
})

function findLostFlips(passages: readonly string[], task: WritingTask): Finding[] {
  const [lost] = findSaidPlainly(readAuthor(task).phrases, parseSentences(passages, task.language))
  return lost ? [changed(`The section says the opposite of "${quote(lost.stems)}"; keep its negation.`)] : []
}

/** For complete texts only: in one that is still being written, the plain statement may follow. */
function findFlips(passages: readonly string[], task: WritingTask): Finding[] {
  const lost = findLostFlips(passages, task)
  if (lost.length > 0) return lost
  const after = parseSentences(passages, task.language)
  const phrases = indexPhrases(findNegatedPhrases(after))
  const plain = findSaidPlainly(phrases, after)
  const added = [...findSaidPlainly(phrases, readAuthor(task).sentences)].find((phrase) => !plain.has(phrase))
  return added ? [changed(`The section does not negate "${quote(added.stems)}"; say it as the section does.`)] : []
}

const quote = (stems: readonly string[]): string => stems.filter((stem) => /[\p{L}\p{N}]/u.test(stem)).join(' … ')
const changed = (message: string): Finding => ({ reason: 'negation-lost', message })
