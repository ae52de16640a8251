import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** The lines that open (`:::note[Title]`) and close (`:::`) admonitions; a fence of more colons holds those of fewer. */
const fence = /^[ \t>]*(:{3,})([a-z]*)/gim
/** A line that looks like the beginning of an admonition and is none, such as `::: note`. */
const stray = /^[ \t>]*:{3,}(?!:|[a-z]|[ \t]*$)/im
/** What follows `:::note` on its line: a title in brackets, attributes in braces. */
const openingLine = /^[ \t>]*:{3,}[a-z]+(.*)$/gim

/** Harm prevented: a note that swallows the rest of the section, or one that becomes another kind. */
export const admonitions: Rule = ({ markdown, partial }, { masked }) => {
  const found = readKinds(markdown)
  const wanted = readKinds(masked.text)
  const foreign = found.find((kind, index) => kind !== wanted[index])
  if (foreign !== undefined) return [malformed(`The admonition ":::${foreign}" is not at this place in the section.`)]
  if (stray.test(markdown) || [...markdown.matchAll(openingLine)].some(([, rest = '']) => !isBalanced(rest)))
    return [malformed('Write the first line of an admonition as ":::note[Title]", without spaces.')]
  const open = countOpen(markdown)
  if (open === undefined || (open > 0 && !partial))
    return [malformed('Close every admonition, after its text, with ":::" on a line of its own.')]
  return partial || found.length === wanted.length
    ? []
    : [malformed(`Keep the admonitions ${wanted.map((kind) => `:::${kind}`).join(', ')}.`)]
}

const readKinds = (text: string): string[] =>
  [...text.matchAll(fence)].map(([, , kind = '']) => kind.toLowerCase()).filter((kind) => kind !== '')

/** How many admonitions are open at the end; undefined when a line closes what is not open. */
function countOpen(text: string): number | undefined {
  const open: number[] = []
  for (const [, colons = '', kind = ''] of text.matchAll(fence)) {
    if (kind !== '') open.push(colons.length)
    else if (colons.length < (open.pop() ?? Infinity)) return undefined
  }
  return open.length
}

/** A title with a bracket too many is none, and takes the whole admonition with it. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const bracket of text.replace(/\\./g, '').match(/[[\]]/g) ?? []) {
    depth += bracket === '[' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

const malformed = (message: string): Finding => ({ reason: 'malformed', message })
