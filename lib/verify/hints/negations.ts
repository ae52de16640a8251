import type { WritingTask } from '../../prompt/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import { findAddedNegation } from './added-negation.ts'
import type { Finding } from '../finding.ts'
import { findLostNegation, findLostSoFar } from './lost-negation.ts'
import { findNegatedPhrases, readSentences, saysPlainly } from './negated-phrases.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import type { Rule } from '../rule.ts'

/**
 * Harm prevented: "must not" that becomes "must". Within English it is told by sentences that are nearly the same but for
 * the negation; and in any language by a text that says no less often than its author. Likewise a statement that is negated.
 */
export const negations: Rule = (candidate, task) => {
  if (task.kind === 'note') return []
  const isEnglish = task.language === 'en' && task.lesson.language === 'en'
  const flips = isEnglish ? findFlips(candidate, task) : []
  if (flips.length > 0 || (candidate.partial && !task.translating)) return flips
  const lost = (candidate.partial ? findLostSoFar : findLostNegation)(candidate, task)
  if (lost !== undefined) return [changed(`Keep the negation of "${lost.slice(0, 120)}".`)]
  if (candidate.partial) return []
  const added = findAddedNegation(candidate, task)
  return added === undefined ? [] : [changed(`The section does not negate what "${added.slice(0, 120)}" does.`)]
}

function findFlips(candidate: Candidate, { masked }: WritingTask): Finding[] {
  const before = readSentences(readBlocks(readOriginal(masked)).passages)
  const after = readSentences(readBlocks(candidate).passages)
  const lost = findNegatedPhrases(before).find((phrase) => saysPlainly(after, phrase) && !saysPlainly(before, phrase))
  if (lost) return [changed(`The section says the opposite of "${quote(lost.stems)}"; keep its negation.`)]
  // A plain statement may still follow in a text that is being written.
  const added = candidate.partial
    ? undefined
    : findNegatedPhrases(after).find((phrase) => saysPlainly(before, phrase) && !saysPlainly(after, phrase))
  return added ? [changed(`The section does not negate "${quote(added.stems)}"; say it as the section does.`)] : []
}

const quote = (stems: readonly string[]): string => stems.filter((stem) => /[\p{L}\p{N}]/u.test(stem)).join(' … ')
const changed = (message: string): Finding => ({ reason: 'negation-lost', message })
