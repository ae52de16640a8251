import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import type { Rule } from '../rule.ts'

const readOnOneLine = oncePer(({ shown }: WritingTask) => shown.replace(/\s+/g, ' '))

/** The names in code spans that stand nowhere in what the writer was shown. */
export const inventedIdentifiers = (codeSpans: readonly string[], task: WritingTask): string[] =>
  codeSpans.filter((span) => !readOnOneLine(task).includes(span.replace(/\s+/g, ' ').trim()))

/** Harm prevented: a learner who types a command, a flag or a function that does not exist. */
export const identifiers: Rule = ({ codeSpans }, task) =>
  inventedIdentifiers(codeSpans, task).map((name) => ({
    reason: 'invented-identifier',
    message: `\`${name.slice(0, 80)}\` does not occur in the section.`,
  }))
