import { getLanguage } from '../../profile/index.ts'
import { hiddenCharacters as hidden } from '../../text/index.ts'
import { readVisible } from '../reading/read-visible.ts'
import type { Rule } from '../rule.ts'

/** Marks that a writer from right to left needs beside Latin words. */
const directionMarks = /[\u061c\u200e\u200f]/gu

/** Harm prevented: text that copies, searches or reads aloud as something else than it looks like. */
export const hiddenCharacters: Rule = (candidate, { language, masked }) => {
  const isRightToLeft = getLanguage(language).direction === 'rtl'
  const text = readVisible(candidate)
  const found = [...text.matchAll(hidden), ...(isRightToLeft ? [] : text.matchAll(directionMarks))]
    .map(([character]) => character)
    .find((character) => !masked.text.includes(character))
  return found === undefined
    ? []
    : [{ reason: 'hidden-character', message: `Leave out the invisible character ${codePoint(found)}.` }]
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
