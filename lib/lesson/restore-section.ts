import type { Section } from './lesson.ts'
import { addPrefix, continuationPrefix, removePrefix } from './line-prefix.ts'
import { placeholderPattern, unescapeLookalikes } from './placeholder.ts'
import type { SlotSurroundings } from './slot-surroundings.ts'
import { slotSurroundings } from './slot-surroundings.ts'

interface Original {
  readonly start: number
  readonly end: number
}

/**
 * Puts a section's slots and link targets back into a text with placeholders, masked in either mode. A slot comes back
 * byte for byte; where it stands in another list or quote than in the source, its later lines get that one's
 * prefix, so that its content is the same. A placeholder that the section does not know is left as it is.
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
      restored = withoutGapBefore(restored, surroundings)
      from += gapAfterLength(masked, from, surroundings)
    }
    restored += original === undefined ? match[0] : originalText(section.source, original, lastLine(restored))
  }
  return restored + unescapeLookalikes(masked.slice(from))
}

/** The blank line that masking put before a slot goes where the author's line still stands before it. */
function withoutGapBefore(restored: string, { lineBefore, lineStart, blankLine }: SlotSurroundings): string {
  const asMasked = `\n${lineBefore}\n${blankLine}\n${lineStart}`
  if (lineBefore === '' || !`\n${restored}`.endsWith(asMasked)) return restored
  return restored.slice(0, -`${blankLine}\n${lineStart}`.length) + lineStart
}

/** Likewise after it. */
function gapAfterLength(masked: string, from: number, { textAfter, blankLine }: SlotSurroundings): number {
  const gap = `\n${blankLine}`
  return textAfter !== '' && masked.startsWith(gap + textAfter, from) ? gap.length : 0
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
