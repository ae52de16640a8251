import { readOriginal } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

/** Besides these, a text may have paragraphs and lists; the rest is refused as markup. */
const limited: Readonly<Record<string, string>> = { blockquote: 'Quotations', table: 'Tables' }

/** Harm prevented: a quotation that nobody said, a table that nobody made: forms that lend a text authority. */
export const blockKinds: Rule = ({ nodeTypes }, { masked }) => {
  const known = readOriginal(masked).nodeTypes
  return Object.entries(limited)
    .filter(([type]) => nodeTypes.has(type) && !known.has(type))
    .map(([, name]) => ({ reason: 'malformed', message: `${name} are not allowed: the section has none.` }))
}
