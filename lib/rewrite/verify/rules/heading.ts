import type { Rule } from '../rule.ts'

/** Harm prevented: a translated section under an untranslated heading. */
export const heading: Rule = ({ heading: found, partial }, { kind, section, translating }) =>
  translating && kind === 'section' && section.heading !== null && !partial && (found ?? '') === ''
    ? [{ reason: 'heading-missing', message: 'The first line must be "## " and the translated heading.' }]
    : []
