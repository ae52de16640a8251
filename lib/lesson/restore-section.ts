import type { Section, Slot } from './lesson.ts'
import { addPrefix, continuationPrefix, removePrefix } from './line-prefix.ts'
import { placeholderPattern, unescapeLookalikes } from './placeholder.ts'
import type { SlotSurroundings } from './slot-surroundings.ts'
import { slotSurroundings, startsBlock } from './slot-surroundings.ts'

interface Original {
  readonly start: number
  readonly end: number
}

/**
 * Puts a section's slots and link targets back into a masked text. A slot is restored byte for byte; if it moved to
 * another list or quote, its later lines get that prefix. An unknown placeholder is left as it is.
 */
export function restoreSection(section: Section, masked: string): string {
  const slots = new Map(section.slots.map((slot) => [slot.id, slot]))
  const links = new Map(section.links.map((link) => [String(link.number), link]))
  let restored = ''
  let from = 0
  for (const match of masked.matchAll(placeholderPattern)) {
    const { slot: id = '', link: number = '' } = match.groups ?? {}
    const slot = slots.get(id)
    const original = slot ?? links.get(number)
    restored += unescapeLookalikes(masked.slice(from, match.index))
    from = match.index + match[0].length
    if (slot !== undefined) {
      const surroundings = slotSurroundings(section, slot)
      restored = withoutGapBefore(restored, surroundings, slot)
      from += gapAfterLength(masked, from, surroundings, slot)
    }
    restored += original === undefined ? match[0] : originalText(section.source, original, lastLine(restored))
  }
  return restored + unescapeLookalikes(masked.slice(from))
}

/** Kinds that interrupt a paragraph without a blank line. */
const interrupting: ReadonlySet<Slot['kind']> = new Set(['code', 'diagram', 'math', 'hidden'])

/** In a list, a blank line turns all items into paragraphs; elsewhere it changes nothing. */
const isInList = ({ lineStart }: SlotSurroundings): boolean => /[^>\s]|[ \t]{2}$/.test(lineStart)

/**
 * Removes the blank line that masking put before a slot, if the author's line still comes before it; in a list, also if
 * another line does.
 */
function withoutGapBefore(restored: string, surroundings: SlotSurroundings, { kind }: Slot): string {
  const { lineBefore, lineStart, blankLine } = surroundings
  const gap = `${blankLine}\n${lineStart}`
  if (lineBefore === '' || !restored.endsWith(`\n${gap}`)) return restored
  const before = restored.slice(0, -gap.length)
  const separatesItems = isInList(surroundings) && interrupting.has(kind) && lastLine(before.slice(0, -1)).trim() !== ''
  return separatesItems || `\n${before}`.endsWith(`\n${lineBefore}\n`) ? before + lineStart : restored
}

/** The same for the blank line after a slot. */
function gapAfterLength(masked: string, from: number, surroundings: SlotSurroundings, { kind }: Slot): number {
  const { textAfter, blankLine, lineStart } = surroundings
  const gap = `\n${blankLine}`
  if (textAfter === '' || !masked.startsWith(gap, from)) return 0
  const next = /^\n(.*\S.*)/.exec(masked.slice(from + gap.length))?.[1]
  const prefix = continuationPrefix(lineStart)
  const separatesItems =
    isInList(surroundings) && interrupting.has(kind) && next?.startsWith(prefix) && !startsBlock.test(next)
  return separatesItems || masked.startsWith(gap + textAfter, from) ? gap.length : 0
}

function originalText(source: string, { start, end }: Original, lineStart: string): string {
  const text = source.slice(start, end)
  const prefixThere = continuationPrefix(lastLine(source.slice(0, start)))
  const prefixHere = continuationPrefix(lineStart)
  return prefixHere === prefixThere ? text : addPrefix(removePrefix(text, prefixThere), prefixHere)
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}
