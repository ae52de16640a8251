import { everyPack } from '../../profile/index.ts'
import { splitPassages } from '../reading/candidate.ts'
import { readAuthorText } from './author-text.ts'
import { readLongest } from './compare-facts.ts'
import { ruleOf } from './fact-kind.ts'

const name = String.raw`\p{Lu}[\p{L}'’-]+`
const joiners = ['&', ...everyPack.flatMap(({ citedTogether = [] }) => citedTogether)].join('|')
const citations: readonly RegExp[] = [
  // (Smith, 2021), (Smith and Lee 2019, p. 4)
  new RegExp(
    String.raw`\([^()]{0,20}${name}(?:,? (?:${joiners}) ${name}| et al\.?)?,? (?:19|20)\d\d[a-z]?[^()]{0,12}\)`,
    'gu',
  ),
  // [12], [3, 7]
  /\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]/gu,
  /(?<!\p{L})et al\b/gu,
  // Identifiers of papers, books and standards
  /\b(?:arXiv|doi|DOI|ISBN|ISSN)\b[: ]?[^\s.,;)۔]*/gu,
  /\b(?:ISO|IEC|IEEE|EN|DIN|ANSI|RFC|ASTM)(?:[ /-](?:ISO|IEC|TS|TR|EN))*[ -]?\d+[\d.:-]*\b/gu,
]

/** Prevents made-up authority: a paper, a book or a standard that the author does not cite. */
export const inventedCitations = ruleOf({
  reason: 'invented-citation',
  read: ({ prose }) =>
    splitPassages(prose).flatMap((passage) =>
      readLongest(citations.flatMap((pattern) => passage.match(pattern) ?? [])),
    ),
  isKnown: ({ value }, task) => readAuthorText(task).shown.includes(value),
  policy: { added: { say: (citation) => `"${citation}" is not cited in the section.` } },
})
