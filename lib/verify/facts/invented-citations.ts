import type { Rule } from '../rule.ts'

const name = String.raw`\p{Lu}[\p{L}'’-]+`
const citations: readonly RegExp[] = [
  // (Smith, 2021), (Smith and Lee 2019, p. 4)
  new RegExp(
    String.raw`\([^()]{0,20}${name}(?:,? (?:and|&) ${name}| et al\.?)?,? (?:19|20)\d\d[a-z]?[^()]{0,12}\)`,
    'gu',
  ),
  // [12], [3, 7]
  /\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]/gu,
  /(?<!\p{L})et al\b/gu,
  // Identifiers of papers, books and standards
  /\b(?:arXiv|doi|DOI|ISBN|ISSN)\b[: ]?[^\s.,;)۔]*/gu,
  /\b(?:ISO|IEC|IEEE|EN|DIN|ANSI|RFC|ASTM)(?:[ /-](?:ISO|IEC|TS|TR|EN))*[ -]?\d+[\d.:-]*\b/gu,
]

/** Harm prevented: authority that is made up: a paper, a book or a standard that the author does not cite. */
export const inventedCitations: Rule = ({ prose }, { shown }) => {
  const invented = citations.flatMap((pattern) => prose.match(pattern) ?? []).find((found) => !shown.includes(found))
  return invented === undefined
    ? []
    : [{ reason: 'invented-citation', message: `"${invented.slice(0, 80)}" is not cited in the section.` }]
}
