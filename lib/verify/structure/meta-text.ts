import { everyPack } from '../../profile/index.ts'
import { instructionsFor } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** Remarks with which a text begins, in any language: a writer may speak another than it was asked for. */
const openings = everyPack.flatMap(({ remarks }) => remarks?.openings ?? [])
/** Remarks wherever they stand; and the elements of our prompts. */
const remarks = [
  ...everyPack.flatMap(({ remarks: words }) => words?.anywhere ?? []),
  /<\/?(?:section|task|reader|slots?|findings|think)\b/i,
]

/** Shorter sentences of the instructions may be anybody's. UTF-16 code units. */
const quotedLengthMin = 40
/** What is looked at of a text's beginning, from its first letter on: longer than any remark. UTF-16 code units. */
const openingLength = 200

/** Harm prevented: the writer talking about its work, or quoting its instructions, where the lesson should be. */
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

/** A text from its first letter or digit on; empty where it has none. */
function readOpening(text: string): string {
  const at = text.search(/[\p{L}\p{N}]/u)
  return at < 0 ? '' : text.slice(at, at + openingLength)
}

const opens = (opening: string, pattern: RegExp): boolean => opening.search(pattern) === 0

const remark: Finding = { reason: 'meta-text', message: 'Answer with the section only, without remarks about it.' }

const sentencesOf = (instructions: string): string[] =>
  instructions.split(/(?<=[.:])\s+/).filter((sentence) => sentence.length >= quotedLengthMin)
