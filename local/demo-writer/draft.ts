/** Sentences that belong together. Consecutive steps become a numbered list. */
export interface SentenceGroup {
  readonly kind: 'prose' | 'step'
  readonly sentences: readonly string[]
}

/** A paragraph that may be rewritten: alone, in a list item, or in an admonition. */
export interface Passage {
  /** Offsets in `Draft.source`. */
  readonly start: number
  readonly end: number
  readonly place: 'root' | 'item' | 'aside'
  readonly groups: readonly SentenceGroup[]
}

/** An added paragraph, inserted before the block that starts at `at`, or after the last one. */
export interface Insert {
  readonly at: number
  readonly text: string
}

/** Positions of the parts of a section that are not passages. */
export interface Landmarks {
  /** Ids and offsets of the slots that are alone between root blocks. */
  readonly slots: readonly { readonly id: string; readonly start: number }[]
  /** Start of the last root block, and its first words. */
  readonly last: { readonly start: number; readonly text: string } | null
}

/**
 * A section while the rules work on it. Only passages change. In a passage each Markdown construct (code span,
 * emphasis, link, slot) is one private-use character, an **atom**, so that no rule can break it.
 */
export interface Draft {
  readonly source: string
  readonly atoms: readonly string[]
  readonly passages: readonly Passage[]
  readonly inserts: readonly Insert[]
  readonly landmarks: Landmarks
}

const firstAtom = 0xe000

/** One atom. */
export const atomPattern = /[\uE000-\uF8FF]/

export function atomCharacter(index: number): string {
  return String.fromCharCode(firstAtom + index)
}

/** Replaces atoms by their Markdown. */
export function restoreAtoms(text: string, atoms: readonly string[]): string {
  return text.replace(/[\uE000-\uF8FF]/g, (character) => atoms[character.charCodeAt(0) - firstAtom] ?? '')
}

/** A sentence as it is read aloud: emphasis and links by their words, code spans and slots as a gap. */
export function readAloud(text: string, atoms: readonly string[]): string {
  return restoreAtoms(text, atoms)
    .replace(/`[^`]*`|\[\[slot:\w+\]\]/g, '\u2026')
    .replace(/\]\(link:\d+\)/g, '')
    .replace(/[*~[\]]|(?<!\w)_|_(?!\w)/g, '')
}

/** Changes every group of sentences by one rule. */
export function mapSentences(
  draft: Draft,
  change: (sentences: readonly string[], passage: Passage) => readonly string[],
): Draft {
  const passages = draft.passages.map((passage) => ({
    ...passage,
    groups: passage.groups.map((group) => ({ ...group, sentences: change(group.sentences, passage) })),
  }))
  return { ...draft, passages }
}
