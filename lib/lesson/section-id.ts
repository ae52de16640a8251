/** The id of the text before the first heading. */
export const openingId = '_opening'

/** Ids that a heading may not have: the empty one, the opening's, and that of the note *For you*. */
const taken: ReadonlySet<string> = new Set(['', openingId, 'for-you'])

/**
 * The id of the section under a heading: its anchor, with `~1` added where the anchor is reserved. A heading of emoji
 * alone has an empty anchor, so its section is `~1`. No slug contains a tilde.
 */
export const sectionId = (anchor: string): string => (taken.has(anchor) ? `${anchor}~1` : anchor)

/** The anchor of a section's heading; empty if the page has none. */
export function sectionAnchor(id: string): string {
  const anchor = id.replace(/~1$/, '')
  return taken.has(anchor) ? anchor : id
}
