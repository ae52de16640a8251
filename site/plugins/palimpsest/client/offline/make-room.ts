export interface SavedEntry {
  readonly slug: string
  readonly characters: number
}

/** How much is saved on a device: a textbook's worth. */
export const savedLessonsMax = 80
/** About 10 MB, as browsers store text with two bytes a character. */
export const savedCharactersMax = 5_000_000

interface Room {
  readonly saved: readonly SavedEntry[]
  readonly dropped: readonly string[]
}

/** Puts the newest entry last, and drops the oldest ones for which there is no room. The newest always stays. */
export function makeRoom(entries: readonly SavedEntry[], newest: SavedEntry): Room {
  const all = [...entries.filter(({ slug }) => slug !== newest.slug), newest]
  let characters = all.reduce((sum, entry) => sum + entry.characters, 0)
  let first = 0
  while (first < all.length - 1 && (all.length - first > savedLessonsMax || characters > savedCharactersMax)) {
    characters -= all[first]?.characters ?? 0
    first += 1
  }
  return { saved: all.slice(first), dropped: all.slice(0, first).map(({ slug }) => slug) }
}
