import type { Rule } from '../rule.ts'

const headingLengthMax = 200
/** They make anchors, placeholders, expressions and formulas: a heading is put back as it is written. */
const specialCharacters = '<{}$\\[]'
const plainTypes = new Set(['root', 'paragraph', 'text', 'inlineCode', 'emphasis', 'strong'])

/** Harm prevented: a translated section under an untranslated heading, or under one that is no heading. */
export const heading: Rule = ({ heading: found = '', headingNodeTypes, partial }, { kind, section, translating }) => {
  if (!translating || kind !== 'section' || section.heading === null || partial) return []
  if (found === '')
    return [{ reason: 'heading-missing', message: 'The first line must be "## " and the translated heading.' }]
  const special = [...found].filter((character) => specialCharacters.includes(character))
  const isPlain =
    special.every((character) => section.heading?.text.includes(character)) &&
    [...headingNodeTypes].every((type) => plainTypes.has(type))
  return found.length > headingLengthMax || !isPlain
    ? [{ reason: 'malformed', message: 'The heading must be a short line of plain text.' }]
    : []
}
