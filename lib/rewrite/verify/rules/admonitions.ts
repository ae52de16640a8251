import type { Rule } from '../rule.ts'

const opening = /^[ \t>]*:{3,}([a-z]+)/gim
const closing = /^[ \t>]*:{3,}[ \t]*$/gm

/** Harm prevented: a note that swallows the rest of the section, or one that becomes another kind. */
export const admonitions: Rule = ({ markdown, partial }, { masked }) => {
  const kinds = (text: string): string[] => [...text.matchAll(opening)].map(([, kind = '']) => kind.toLowerCase())
  const found = kinds(markdown)
  const wanted = kinds(masked.text)
  const foreign = found.find((kind, index) => kind !== wanted[index])
  if (foreign !== undefined)
    return [{ reason: 'malformed', message: `The admonition ":::${foreign}" is not at this place in the section.` }]
  if (partial) return []
  if (found.length !== wanted.length)
    return [{ reason: 'malformed', message: `Keep the admonitions ${wanted.map((kind) => `:::${kind}`).join(', ')}.` }]
  return (markdown.match(closing) ?? []).length === found.length
    ? []
    : [{ reason: 'malformed', message: 'Close every admonition with ":::" on a line of its own.' }]
}
