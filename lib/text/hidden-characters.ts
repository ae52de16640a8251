/** Zero-width and filling characters, bidirectional overrides, embeddings and isolates, tag characters, soft hyphens. */
const invisible =
  /(?!\ufe0e|\ufe0f|\u200c|\u200d|\u200e|\u200f|\u061c)\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufff9-\ufffb]/u
/** Joiners outside their proper use: within Arabic-script words and in emoji sequences. */
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{M}])\u200c|(?<![\p{Script=Arabic}\p{M}\p{Extended_Pictographic}\ufe0f])\u200d/u
/** Characters that make a text different from what it looks like, in any language. */
export const hiddenCharacters = new RegExp(`${invisible.source}|${strayJoiner.source}`, 'gu')

/** Control characters, which databases and readers reject; tabs and line ends are allowed. */
export const controlCharacter = /(?![\t\n\r])\p{Cc}/u

const unseen = new RegExp(`${hiddenCharacters.source}|${controlCharacter.source}`, 'gu')

/** The text without its invisible characters. */
export const withoutHidden = (text: string): string => text.replaceAll(unseen, '')

/**
 * A name that may be stored: no control characters, soft hyphens, zero-width spaces, direction marks or overrides, or
 * tag characters. Joiners are allowed, since the Arabic script is written with them.
 */
export const visibleName =
  /^[^\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+$/u
