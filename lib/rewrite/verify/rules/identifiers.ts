import type { Rule } from '../rule.ts'

/** The names in code spans that neither the lesson nor its code has. */
export function inventedIdentifiers(codeSpans: readonly string[], lessonSource: string): string[] {
  const known = lessonSource.replace(/\s+/g, ' ')
  return codeSpans.filter((span) => !known.includes(span.replace(/\s+/g, ' ').trim()))
}

/** Harm prevented: a learner who types a command, a flag or a function that does not exist. */
export const identifiers: Rule = ({ codeSpans }, { lesson }) =>
  inventedIdentifiers(codeSpans, lesson.source).map((name) => ({
    reason: 'invented-identifier',
    message: `\`${name.slice(0, 80)}\` does not occur in the lesson.`,
  }))
