import type { Rule } from '../rule.ts'

const headingLengthMax = 200
/** Anchors, placeholders, links, HTML and expressions: a heading is put back as it is written. */
const notPlain = /[<{}]|\[\[slot:|\]\(/

/** Harm prevented: a translated section under an untranslated heading, or under one that is no heading. */
export const heading: Rule = ({ heading: found = '', partial }, { kind, section, translating }) => {
  if (!translating || kind !== 'section' || section.heading === null || partial) return []
  if (found === '')
    return [{ reason: 'heading-missing', message: 'The first line must be "## " and the translated heading.' }]
  return found.length > headingLengthMax || notPlain.test(found)
    ? [{ reason: 'malformed', message: 'The heading must be a short line of plain text.' }]
    : []
}
