import type { Rule } from '../rule.ts'

const refused = ['list', 'table', 'blockquote']

/** Harm prevented: an opening note that grows into a lesson of its own. */
export const noteShape: Rule = ({ kind }) => ({
  part: ({ nodeTypes }) =>
    kind === 'note' && refused.some((type) => nodeTypes.has(type))
      ? [{ reason: 'malformed', message: 'Write one plain paragraph: no list, table or quotation.' }]
      : [],
})
