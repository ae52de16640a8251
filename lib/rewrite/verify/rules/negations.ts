import type { WritingTask } from '../../writing-task.ts'
import { readOriginal, type Candidate } from '../candidate.ts'
import type { Finding } from '../finding.ts'
import { findNegatedPhrases, readSentences, saysPlainly } from '../negated-phrases.ts'
import { countNegations } from '../negations.ts'
import { readBlocks } from '../read-blocks.ts'
import type { Rule } from '../rule.ts'

/**
 * Harm prevented: "must not" that becomes "must". Within a language it is told by sentences that are nearly the same but
 * for the negation, so that a free telling ("it stays up" for "it does not fall") is never taken for its opposite. Of a
 * translation, a passage that lost every one of its negations is told.
 */
export const negations: Rule = (candidate, task) => {
  if (task.kind === 'note') return []
  if (task.language === 'en' && task.lesson.language === 'en') return findFlips(candidate, task)
  return task.translating && !candidate.partial ? findUnnegated(candidate, task) : []
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

/** Passages are compared one by one where there are as many of them, else all together. */
function findUnnegated(candidate: Candidate, { masked, lesson, language }: WritingTask): Finding[] {
  const before = readBlocks(readOriginal(masked)).passages
  const after = readBlocks(candidate).passages
  const pairs =
    before.length === after.length
      ? before.map((text, index) => [text, after[index] ?? ''])
      : [[before.join('\n'), after.join('\n')]]
  const lost = pairs.find(
    ([wanted = '', found = '']) =>
      (countNegations(wanted, lesson.language) ?? 0) > 0 && countNegations(found, language) === 0,
  )
  return lost ? [changed(`Keep the negation of "${(lost[0] ?? '').slice(0, 120)}".`)] : []
}

const quote = (stems: readonly string[]): string => stems.filter((stem) => /[\p{L}\p{N}]/u.test(stem)).join(' … ')
const changed = (message: string): Finding => ({ reason: 'negation-lost', message })
