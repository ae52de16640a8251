import type { Section, Slot } from './lesson.ts'
import { continuationPrefix } from './line-prefix.ts'
import { escapeLookalikes } from './placeholder.ts'

/**
 * Where text touches a block slot (`Run:` with the fence on the next line), masking adds a blank line: otherwise
 * Markdown would read the placeholder as part of the sentence.
 */
export interface SlotSurroundings {
  /** The line before the slot; empty if no text adjoins. */
  readonly lineBefore: string
  /** The slot's own line before it. */
  readonly lineStart: string
  /** The text after the slot, up to the end of the next line; empty if none adjoins. */
  readonly textAfter: string
  /** A blank line in the same list items and block quotes. */
  readonly blankLine: string
}

/** The start of a list item or a heading. */
export const startsBlock = /^[>\s]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/

/** Reads what adjoins a slot in the section's body. */
export function slotSurroundings(section: Section, slot: Slot): SlotSurroundings {
  const startsAt = lineStartsAt(section, slot.start)
  const lineStart = section.source.slice(startsAt, slot.start)
  const isBlock = slot.placement === 'block'
  return {
    lineBefore: isBlock && isBlank(lineStart) ? lineBefore(section, startsAt) : '',
    lineStart,
    textAfter: isBlock ? textAfter(section, slot) : '',
    blankLine: continuationPrefix(lineStart).trimEnd(),
  }
}

function lineStartsAt({ source, body }: Section, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1) + 1, body.start)
}

function lineBefore(section: Section, startsAt: number): string {
  const line = section.source.slice(lineStartsAt(section, startsAt - 1), Math.max(startsAt - 1, section.body.start))
  return isBlank(line) ? '' : line
}

function textAfter({ source, body, slots, links }: Section, slot: Slot): string {
  const [rest = '', next = ''] = source.slice(slot.end, body.end).split('\n', 2)
  if (isBlank(next) || !isBlank(rest) || startsBlock.test(next)) return ''
  const isAfter = ({ start }: { readonly start: number }) => start >= slot.end
  const end = Math.min(
    slot.end + rest.length + 1 + next.length,
    slots.find(isAfter)?.start ?? Infinity,
    links.find(isAfter)?.start ?? Infinity,
  )
  return escapeLookalikes(source.slice(slot.end, end))
}

/** True for a line of only white space and block quote marks. */
function isBlank(line: string): boolean {
  return /^[>\s]*$/.test(line)
}
