import type { Rule } from '../rule.ts'

const refused = ['list', 'table', 'blockquote']

/** Prevents an opening note that grows into a lesson. */
export const noteShape: Rule = ({ kind }) => ({
  part: ({ nodeTypes }) =>
    kind === 'note' && refused.some((type) => nodeTypes.has(type))
      ? [{ reason: 'malformed', message: 'Write one plain paragraph: no list, table or quotation.' }]
      : [],
})
