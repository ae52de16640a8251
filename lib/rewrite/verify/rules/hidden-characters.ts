import { getLanguage } from '../../../learner/get-language.ts'
import { readVisible } from '../read-visible.ts'
import type { Rule } from '../rule.ts'

/** Zero-width and filling characters, bidirectional overrides, embeddings and isolates, tag characters, soft hyphens. */
const hidden =
  /(?!\ufe0e|\ufe0f|\u200c|\u200d|\u200e|\u200f|\u061c)\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufff9-\ufffb]/u
/** Between letters of the Arabic script a joiner decides how a word is written; between emoji it makes one of two. */
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{M}])\u200c|(?<![\p{Script=Arabic}\p{M}\p{Extended_Pictographic}\ufe0f])\u200d/u
/** Marks that a writer from right to left needs beside Latin words. */
const directionMark = /[\u061c\u200e\u200f]/u

/** Harm prevented: text that copies, searches or reads aloud as something else than it looks like. */
export const hiddenCharacters: Rule = (candidate, { language, masked }) => {
  const patterns =
    getLanguage(language).direction === 'rtl' ? [hidden, strayJoiner] : [hidden, strayJoiner, directionMark]
  const found = patterns
    .map((pattern) => pattern.exec(readVisible(candidate))?.[0])
    .find((character) => character !== undefined && !masked.text.includes(character))
  return found === undefined
    ? []
    : [{ reason: 'hidden-character', message: `Leave out the invisible character ${codePoint(found)}.` }]
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
