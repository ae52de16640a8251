import { readOriginal } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

/** Besides these, a text may have paragraphs and lists; the rest is refused as markup. */
const limited: Readonly<Record<string, string>> = { blockquote: 'Quotations', table: 'Tables' }

/** Harm prevented: a quotation that nobody said, a table that nobody made: forms that lend a text authority. */
export const blockKinds: Rule = ({ masked }) => {
  const known = readOriginal(masked).nodeTypes
  const refused = Object.entries(limited).filter(([type]) => !known.has(type))
  return {
    part: ({ nodeTypes }) =>
      refused
        .filter(([type]) => nodeTypes.has(type))
        .map(([, name]) => ({ reason: 'malformed', message: `${name} are not allowed: the section has none.` })),
  }
}
