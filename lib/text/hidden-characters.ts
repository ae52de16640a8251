/** Zero-width and filling characters, bidirectional overrides, embeddings and isolates, tag characters, soft hyphens. */
const invisible =
  /(?!\ufe0e|\ufe0f|\u200c|\u200d|\u200e|\u200f|\u061c)\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufff9-\ufffb]/u
/** Between letters of the Arabic script a joiner decides how a word is written; between emoji it makes one of two. */
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{M}])\u200c|(?<![\p{Script=Arabic}\p{M}\p{Extended_Pictographic}\ufe0f])\u200d/u
/** A character that makes a text read otherwise than it looks, in any language. */
export const hiddenCharacters = new RegExp(`${invisible.source}|${strayJoiner.source}`, 'gu')

/** NUL and its like, which databases and readers choke on; tabs and line ends are none of them. */
export const controlCharacter = /(?![\t\n\r])\p{Cc}/u

const unseen = new RegExp(`${hiddenCharacters.source}|${controlCharacter.source}`, 'gu')

/** A text without what its readers cannot see. */
export const withoutHidden = (text: string): string => text.replaceAll(unseen, '')

/**
 * A name that is kept: no control characters, soft hyphens, zero-width spaces, marks and overrides of direction, or tag
 * characters. Joiners may stand in it, with which the Arabic script is written.
 */
export const visibleName =
  /^[^\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+$/u
