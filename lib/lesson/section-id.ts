/** The id of what stands before the first heading. */
export const openingId = '_opening'

/** Ids that no heading may take: none at all, the opening's, and that of the note *For you*. */
const taken: ReadonlySet<string> = new Set(['', openingId, 'for-you'])

/**
 * The id of the section under a heading: its anchor, or `for-you~1` where that cannot name a section. A heading of nothing
 * but emoji has an empty anchor by Docusaurus' rules, so its section is `~1`. No slug has a tilde.
 */
export const sectionId = (anchor: string): string => (taken.has(anchor) ? `${anchor}~1` : anchor)

/** The anchor of a section's heading; empty where the page has none. */
export function sectionAnchor(id: string): string {
  const anchor = id.replace(/~1$/, '')
  return taken.has(anchor) ? anchor : id
}
