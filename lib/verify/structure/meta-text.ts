import { everyPack } from '../../profile/index.ts'
import { instructionsFor } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** Remarks at the start of a text, in any language: a model may answer in another one than it should. */
const openings = everyPack.flatMap(({ remarks }) => remarks?.openings ?? [])
/** Remarks anywhere in a text, and the elements of our prompts. */
const remarks = [
  ...everyPack.flatMap(({ remarks: words }) => words?.anywhere ?? []),
  /<\/?(?:section|task|reader|slots?|findings|think)\b/i,
]

/** Shorter sentences of the instructions may occur in any text. UTF-16 code units. */
const quotedLengthMin = 40
/** How much of a text's beginning is checked, from its first letter on: more than any remark. UTF-16 code units. */
const openingLength = 200

/** Prevents the model from talking about its work, or quoting its instructions, in place of the lesson. */
export const metaText: Rule = ({ masked, language, lesson }) => {
  const foreign = remarks.filter((pattern) => !pattern.test(masked.text))
  const authorOpening = readOpening(masked.text)
  const foreignOpenings = openings.filter((pattern) => !opens(authorOpening, pattern))
  const instructions = sentencesOf(instructionsFor(language, lesson.language))
  let opening = ''
  return {
    part: ({ markdown }) => {
      if (opening === '') opening = readOpening(markdown)
      return foreignOpenings.some((pattern) => opens(opening, pattern)) ||
        foreign.some((pattern) => pattern.test(markdown)) ||
        instructions.some((sentence) => markdown.includes(sentence))
        ? [remark]
        : []
    },
  }
}

/** A text from its first letter or digit on; empty if it has none. */
function readOpening(text: string): string {
  const at = text.search(/[\p{L}\p{N}]/u)
  return at < 0 ? '' : text.slice(at, at + openingLength)
}

const opens = (opening: string, pattern: RegExp): boolean => opening.search(pattern) === 0

const remark: Finding = { reason: 'meta-text', message: 'Answer with the section only, without remarks about it.' }

const sentencesOf = (instructions: string): string[] =>
  instructions.split(/(?<=[.:])\s+/).filter((sentence) => sentence.length >= quotedLengthMin)
