import { readOriginal } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'

/** Besides these, only paragraphs and lists are allowed; all else is rejected as markup. */
const limited: Readonly<Record<string, string>> = { blockquote: 'Quotations', table: 'Tables' }

/** Prevents invented quotations and tables: forms that lend a text authority. */
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
