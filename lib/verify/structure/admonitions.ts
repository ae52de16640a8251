import type { Finding } from '../finding.ts'
import { readAdmonitionLine, type AdmonitionLine } from '../reading/read-admonition-line.ts'
import type { Rule } from '../rule.ts'

/** Harm prevented: a note that swallows the rest of the section, loses its title or anchor, or becomes another kind. */
export const admonitions: Rule = ({ markdown, partial }, { masked }) => {
  const { lines, strays } = readLines(markdown)
  const original = readLines(masked.text)
  const found = lines.filter(opens)
  const wanted = original.lines.filter(opens)
  const foreign = found.find(({ kind }, index) => kind !== wanted[index]?.kind)
  if (foreign !== undefined)
    return [malformed(`The admonition ":::${foreign.kind}" is not at this place in the section.`)]
  if (strays > original.strays)
    return [malformed('Write the first line of an admonition as ":::note[Title]", without spaces.')]
  const changed = found.flatMap((line, index) => compareLines(line, wanted[index]))
  if (changed.length > 0) return changed
  const open = countOpen(lines)
  if ((open === undefined || (open > 0 && !partial)) && countOpen(original.lines) === 0)
    return [malformed('Close every admonition, after its text, with ":::" on a line of its own.')]
  return partial || found.length === wanted.length
    ? []
    : [malformed(`Keep the admonitions ${wanted.map(({ kind }) => `:::${kind}`).join(', ')}.`)]
}

function readLines(text: string): { lines: AdmonitionLine[]; strays: number } {
  const read = text.split('\n').map(readAdmonitionLine)
  return {
    lines: read.filter((line) => line !== undefined && line !== 'stray'),
    strays: read.filter((line) => line === 'stray').length,
  }
}

const opens = ({ kind }: AdmonitionLine): boolean => kind !== ''

/** A title may be told anew, and attributes may not: other pages link to the id. */
function compareLines(found: AdmonitionLine, wanted: AdmonitionLine | undefined): Finding[] {
  const { kind, title, attributes } = wanted ?? found
  if (found.attributes !== attributes)
    return [malformed(`Write the first line of this admonition as ":::${kind}[Title]${attributes}".`)]
  return title !== undefined && found.title === undefined
    ? [malformed(`Keep a title in brackets for the admonition ":::${kind}[${title}]".`)]
    : []
}

/** How many admonitions are open at the end; undefined when a line closes what is not open. */
function countOpen(lines: readonly AdmonitionLine[]): number | undefined {
  const open: number[] = []
  for (const { colons, kind } of lines) {
    if (kind !== '') open.push(colons)
    else if (colons < (open.pop() ?? Infinity)) return undefined
  }
  return open.length
}

const malformed = (message: string): Finding => ({ reason: 'malformed', message })
