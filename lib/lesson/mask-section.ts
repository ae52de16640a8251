import type { Section, Slot } from './lesson.ts'
import { continuationPrefix, removePrefix } from './line-prefix.ts'
import { escapeLookalikes, linkPlaceholder, slotPlaceholder } from './placeholder.ts'
import { slotSurroundings } from './slot-surroundings.ts'

/** A slot that a masked text contains. */
export interface ActiveSlot {
  readonly id: string
  readonly kind: Slot['kind']
  readonly placement: Slot['placement']
  /** The slot's Markdown, without the indentation and `>` of the list or quote around it. */
  readonly content: string
}

/** A section's text as a model sees it. */
export interface MaskedSection {
  /** The prose, with `[[slot:k2]]` for each slot and `[text](link:3)` for each link. The heading is not in it. */
  readonly text: string
  /** In the order of `text`. */
  readonly slots: readonly ActiveSlot[]
  readonly links: readonly { readonly number: number; readonly target: string }[]
}

export interface MaskOptions {
  /**
   * True if the rewrite is in another language: warning and danger admonitions are then part of the text, so that they
   * are translated.
   */
  readonly translating: boolean
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly placeholder: string
}

/** Replaces all that a model may not change by placeholders; `restoreSection` puts it back. */
export function maskSection(section: Section, { translating }: MaskOptions): MaskedSection {
  const slots = section.slots.filter((slot) => (translating ? slot.kind !== 'admonition' : slot.within === undefined))
  const links = section.links.filter((link) => translating || link.within === undefined)
  const replacements = [
    ...slots.map((slot, index) => setApart(section, slot, slots[index - 1])),
    ...links.map((link) => ({ ...link, placeholder: linkPlaceholder(link.number) })),
  ].toSorted((a, b) => a.start - b.start)
  return {
    text: replaceRanges(section, replacements),
    slots: slots.map((slot) => ({
      id: slot.id,
      kind: slot.kind,
      placement: slot.placement,
      content: slotContent(section.source, slot),
    })),
    links: links.map(({ number, target }) => ({ number, target })),
  }
}

function replaceRanges({ source, body }: Section, replacements: readonly Replacement[]): string {
  const pieces: string[] = []
  let from = body.start
  for (const { start, end, placeholder } of replacements) {
    pieces.push(escapeLookalikes(source.slice(from, start)), placeholder)
    from = end
  }
  pieces.push(escapeLookalikes(source.slice(from, body.end)))
  return pieces.join('')
}

/** A slot's placeholder, with blank lines added where a block slot touches text. */
function setApart(section: Section, slot: Slot, slotBefore: Slot | undefined): Replacement {
  const { lineBefore, lineStart, textAfter, blankLine } = slotSurroundings(section, slot)
  const lineStartsAt = slot.start - lineStart.length
  const followsSlot = slotBefore?.placement === 'block' && slotBefore.end >= lineStartsAt - lineBefore.length - 1
  const needsGap = lineBefore !== '' && !followsSlot
  return {
    start: needsGap ? lineStartsAt : slot.start,
    end: slot.end,
    placeholder: [
      needsGap ? `${blankLine}\n${lineStart}` : '',
      slotPlaceholder(slot.id),
      textAfter === '' ? '' : `\n${blankLine}`,
    ].join(''),
  }
}

function slotContent(source: string, slot: Slot): string {
  const lineStart = source.slice(source.lastIndexOf('\n', slot.start - 1) + 1, slot.start)
  return removePrefix(source.slice(slot.start, slot.end), continuationPrefix(lineStart))
}
