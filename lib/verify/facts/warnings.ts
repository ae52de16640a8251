import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import { countNegations } from '../reading/count-negations.ts'
import { oncePer } from '../once-per.ts'
import { packsOf } from '../packs-of.ts'
import { readCandidate } from '../reading/candidate.ts'
import { splitSentences } from '../reading/split-sentences.ts'
import { nothing, type Rule } from '../rule.ts'
import { compareFacts, type Fact } from './compare-facts.ts'
import { findMeasurements } from './read-measurements.ts'
import { readNumbers } from './read-numbers.ts'
import { createWarningReader, type Warning } from './read-warnings.ts'

/**
 * Prevents a translated warning that no longer names the limit, or that allows what the author forbids. In the lesson's
 * own language warnings are slots, and cannot change.
 */
export const warnings: Rule = (task) => {
  if (!task.translating) return { part: nothing }
  const wanted = readAuthorWarnings(task)
  const reader = createWarningReader()
  let compared = 0
  const compareNext = (found: readonly Warning[]): Finding[] => {
    const from = compared
    compared += found.length
    return found.flatMap((warning, index) => {
      const author = wanted[from + index]
      return author ? compareWarnings(author, read(warning, task), task) : []
    })
  }
  return {
    // In a text that is still being written, the last warning may be incomplete.
    part: ({ markdown }) => compareNext(reader.read(markdown)),
    whole: ({ markdown }) => compareNext([...reader.read(markdown), ...reader.end()]),
  }
}

interface ReadWarning {
  readonly text: string
  readonly facts: readonly Fact[]
}

const readAuthorWarnings = oncePer((task: WritingTask) => {
  const reader = createWarningReader()
  return [...reader.read(task.masked.text), ...reader.end()].map((warning) => read(warning, task))
})

/** Reads a warning with its numbers and measurements, also those in code. */
function read({ text: markdown }: Warning, task: WritingTask): ReadWarning {
  const { prose, codeSpans } = readCandidate(markdown, { withHeading: false })
  const text = [prose, ...codeSpans].join('\n\n')
  const measured = [...findMeasurements(text, packsOf(task))].map((value) => ({ value }))
  const numbers = readNumbers(text, packsOf(task)).filter(({ form }) => form === 'digits')
  return { text, facts: [...measured, ...numbers] }
}

function compareWarnings(wanted: ReadWarning, found: ReadWarning, task: WritingTask): Finding[] {
  const { dropped } = compareFacts({ author: wanted.facts, rewrite: found.facts, isKnown: () => true })
  return [
    ...(dropped.length > 0 ? [changed(`Keep in the warning: ${dropped.join(', ')}.`)] : []),
    ...(losesNegation(wanted.text, found.text, task)
      ? [changed('Keep every "not", "never" and "no" of the warning.')]
      : []),
  ]
}

/** Whether the translation has fewer negations than the warning has negated sentences. */
function losesNegation(before: string, after: string, { lesson, language }: WritingTask): boolean {
  const sentences = splitSentences(before.replace(/\s+/g, ' '))
  const wanted = sentences.filter((sentence) => (countNegations(sentence, lesson.language) ?? 0) > 0).length
  return (countNegations(after, language) ?? Infinity) < wanted
}

const changed = (message: string): Finding => ({ reason: 'warning-changed', message })
