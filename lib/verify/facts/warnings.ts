import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import { findMeasurements, latinDigits } from './read-measurements.ts'
import { countNegations } from '../hints/count-negations.ts'
import { readWarnings, type Warning } from './read-warnings.ts'
import type { Rule } from '../rule.ts'
import { splitSentences } from '../reading/split-sentences.ts'

/**
 * Harm prevented: a translated warning that no longer names the limit, or that allows what the author forbids. In the
 * lesson's own language warnings are slots, and nothing of them can change.
 */
export const warnings: Rule = ({ markdown, partial }, task) => {
  if (!task.translating) return []
  const found = readWarnings(markdown)
  // Of a text that is still being written, the last warning may go on.
  const whole = partial ? found.slice(0, -1) : found
  return readWarnings(task.masked.text).flatMap((warning, index) => {
    const rewritten = whole[index]
    return rewritten ? compareWarnings(warning, rewritten, task) : []
  })
}

function compareWarnings(wanted: Warning, found: Warning, task: WritingTask): Finding[] {
  const [before, after] = [withoutPlaceholders(wanted.text), withoutPlaceholders(found.text)]
  const numbers = missing(findNumbers(before), findNumbers(after))
  const measurements = missing(findMeasurements(before), findMeasurements(after))
  const lost = [
    ...measurements,
    ...numbers.filter((value) => !measurements.some((kept) => kept.startsWith(`${value} `))),
  ]
  return [
    ...(lost.length > 0 ? [changed(`Keep in the warning: ${lost.join(', ')}.`)] : []),
    ...(losesNegation(before, after, task) ? [changed('Keep every "not", "never" and "no" of the warning.')] : []),
  ]
}

/** Whether fewer negations came back than sentences of the warning had one. */
function losesNegation(before: string, after: string, { lesson, language }: WritingTask): boolean {
  const sentences = splitSentences(before.replace(/\s+/g, ' '))
  const wanted = sentences.filter((sentence) => (countNegations(sentence, lesson.language) ?? 0) > 0).length
  return (countNegations(after, language) ?? Infinity) < wanted
}

const withoutPlaceholders = (text: string): string => text.replace(/\[\[slot:k\d+\]\]|\]\(link:\d+\)/g, ' ')
const findNumbers = (text: string): Set<string> =>
  new Set([...latinDigits(text).matchAll(/\d+(?:[.,]\d+)*/g)].map(([value]) => value.replaceAll(',', '')))
const missing = (wanted: ReadonlySet<string>, found: ReadonlySet<string>): string[] =>
  [...wanted].filter((value) => !found.has(value))
const changed = (message: string): Finding => ({ reason: 'warning-changed', message })
