import { getLanguage } from '../../profile/index.ts'
import { hiddenCharacters } from '../../text/index.ts'
import { readOriginal } from '../reading/candidate.ts'
import { readVisible } from '../reading/read-visible.ts'
import type { Rule } from '../rule.ts'

/** Direction marks that right-to-left text needs next to Latin words. */
const directionMarks = /[\u061c\u200e\u200f]/gu

/** Prevents text that is copied, found or read aloud as something else than it looks like. */
export const noHiddenCharacters: Rule = ({ language, masked }) => {
  const isRightToLeft = getLanguage(language).direction === 'rtl'
  const author = readVisible(readOriginal(masked))
  return {
    part: (part) => {
      const text = readVisible(part)
      const found = [...text.matchAll(hiddenCharacters), ...(isRightToLeft ? [] : text.matchAll(directionMarks))]
        .map(([character]) => character)
        .find((character) => !author.includes(character))
      return found === undefined
        ? []
        : [{ reason: 'hidden-character', message: `Leave out the invisible character ${codePoint(found)}.` }]
    },
  }
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
