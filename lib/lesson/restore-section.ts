import type { Section } from './lesson.ts'
import { addPrefix, continuationPrefix, removePrefix } from './line-prefix.ts'
import { placeholderPattern, unescapeLookalikes } from './placeholder.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Puts a section's slots and link targets back into a text with placeholders, masked in either mode. A slot comes back
 * byte for byte; where it stands in another list or quote than in the source, its later lines get that one's
 * prefix, so that its content is the same. A placeholder that the section does not know is left as it is.
 */
export function restoreSection(section: Section, masked: string): string {
  const slots = new Map<string | undefined, Range>(section.slots.map((slot) => [slot.id, slot]))
  const links = new Map<string | undefined, Range>(section.links.map((link) => [String(link.number), link]))
  let restored = ''
  let from = 0
  for (const match of masked.matchAll(placeholderPattern)) {
    const { slot, link } = match.groups ?? {}
    const range = slots.get(slot) ?? links.get(link)
    restored += unescapeLookalikes(masked.slice(from, match.index))
    restored += range === undefined ? match[0] : rangeText(section.source, range, lastLine(restored))
    from = match.index + match[0].length
  }
  return restored + unescapeLookalikes(masked.slice(from))
}

function rangeText(source: string, { start, end }: Range, lineStart: string): string {
  const text = source.slice(start, end)
  const prefixThere = continuationPrefix(lastLine(source.slice(0, start)))
  const prefixHere = continuationPrefix(lineStart)
  return prefixHere === prefixThere ? text : addPrefix(removePrefix(text, prefixThere), prefixHere)
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}
