import type { Section, Slot } from './lesson.ts'
import { continuationPrefix } from './line-prefix.ts'
import { escapeLookalikes } from './placeholder.ts'

/**
 * Where text stands directly before or after a block slot (`Run:` with the fence on the next line), the masked text gets a
 * blank line that the source has not: without it, Markdown would read the placeholder as part of the sentence.
 */
export interface SlotSurroundings {
  /** The author's line before the slot's; empty where none adjoins. */
  readonly lineBefore: string
  /** What stands before the slot on its own line. */
  readonly lineStart: string
  /** The source from the slot into the next line, as far as it stands in the masked text; empty where none adjoins. */
  readonly textAfter: string
  /** A blank line in the same list items and block quotes. */
  readonly blankLine: string
}

/** An item of a list or a heading. */
export const startsBlock = /^[>\s]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/

/** What adjoins a slot in the section's body. */
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

/** Only white space and the marks of block quotes. */
function isBlank(line: string): boolean {
  return /^[>\s]*$/.test(line)
}
