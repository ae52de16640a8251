import type { LessonContext } from '../../writing-task.ts'
import { oncePer } from '../once-per.ts'
import type { Rule } from '../rule.ts'

const readOnOneLine = oncePer(({ source }: LessonContext) => source.replace(/\s+/g, ' '))

/** The names in code spans that neither the lesson nor its code has. */
export const inventedIdentifiers = (codeSpans: readonly string[], lesson: LessonContext): string[] =>
  codeSpans.filter((span) => !readOnOneLine(lesson).includes(span.replace(/\s+/g, ' ').trim()))

/** Harm prevented: a learner who types a command, a flag or a function that does not exist. */
export const identifiers: Rule = ({ codeSpans }, { lesson }) =>
  inventedIdentifiers(codeSpans, lesson).map((name) => ({
    reason: 'invented-identifier',
    message: `\`${name.slice(0, 80)}\` does not occur in the lesson.`,
  }))
