import type { MaskedSection } from '../../lesson/index.ts'
import type { Finding } from '../finding.ts'
import { oncePer } from '../once-per.ts'
import type { Candidate } from '../reading/candidate.ts'
import { readAdmonitionLine, type AdmonitionLine } from '../reading/read-admonition-line.ts'
import type { Rule } from '../rule.ts'

/** Prevents a note that swallows the rest of the section, loses its title or anchor, or becomes another kind. */
export const admonitions: Rule = ({ masked }) => {
  const original = readAdmonitions(masked)
  const open: number[] = []
  let [found, strays, closesMore] = [0, 0, false]

  const part = ({ markdown }: Candidate): Finding[] => {
    const read = readLines(markdown)
    const opened = read.lines.filter(opens)
    const wanted = original.opened.slice(found)
    const foreign = opened.find(({ kind }, index) => kind !== wanted[index]?.kind)
    strays += read.strays
    found += opened.length
    closesMore ||= !follow(open, read.lines)
    if (foreign !== undefined)
      return [malformed(`The admonition ":::${foreign.kind}" is not at this place in the section.`)]
    if (strays > original.strays)
      return [malformed('Write the first line of an admonition as ":::note[Title]", without spaces.')]
    const changed = opened.flatMap((line, index) => compareLines(line, wanted[index]))
    return changed.length === 0 && closesMore && original.isClosed ? [unclosed] : changed
  }

  return {
    part,
    whole: (text) => {
      const wrong = part(text)
      if (wrong.length > 0) return wrong
      if (open.length > 0 && original.isClosed) return [unclosed]
      return found === original.opened.length
        ? []
        : [malformed(`Keep the admonitions ${original.opened.map(({ kind }) => `:::${kind}`).join(', ')}.`)]
    },
  }
}

const readAdmonitions = oncePer((masked: MaskedSection) => {
  const { lines, strays } = readLines(masked.text)
  const open: number[] = []
  const isClosed = follow(open, lines) && open.length === 0
  return { opened: lines.filter(opens), strays, isClosed }
})

function readLines(text: string): { lines: AdmonitionLine[]; strays: number } {
  const read = text.split('\n').map(readAdmonitionLine)
  return {
    lines: read.filter((line) => line !== undefined && line !== 'stray'),
    strays: read.filter((line) => line === 'stray').length,
  }
}

const opens = ({ kind }: AdmonitionLine): boolean => kind !== ''

/** A title may be rewritten; attributes may not, since other pages link to the id. */
function compareLines(found: AdmonitionLine, wanted: AdmonitionLine | undefined): Finding[] {
  const { kind, title, attributes } = wanted ?? found
  if (found.attributes !== attributes)
    return [malformed(`Write the first line of this admonition as ":::${kind}[Title]${attributes}".`)]
  return title !== undefined && found.title === undefined
    ? [malformed(`Keep a title in brackets for the admonition ":::${kind}[${title}]".`)]
    : []
}

/** Tracks the open admonitions by their number of colons; false if a line closes none. */
function follow(open: number[], lines: readonly AdmonitionLine[]): boolean {
  for (const { colons, kind } of lines) {
    if (kind !== '') open.push(colons)
    else if (colons < (open.pop() ?? Infinity)) return false
  }
  return true
}

const malformed = (message: string): Finding => ({ reason: 'malformed', message })
const unclosed = malformed('Close every admonition, after its text, with ":::" on a line of its own.')
