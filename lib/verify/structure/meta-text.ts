import { instructionsFor } from '../../prompt/index.ts'
import type { Rule } from '../rule.ts'

/** Remarks with which a text begins. */
const openings: readonly RegExp[] = [
  /^\W*(?:here(?:['’]s| is| are)|below is)\b[^.\n]{0,60}\b(?:section|rewrit|version|text|lesson|explanation)/i,
  /^\W*(?:sure|certainly|of course|okay|absolutely|great)[,!.:]/i,
  /^\W*(?:re-?told|re-?written|adapted|revised|simplified|personali[sz]ed) (?:section|version|text)\b/i,
  /^\W*(?:you (?:re-?tell|are asked to)|the reader is|(?:یہ رہا|یہ ہے) [^۔\n]{0,40}(?:متن|حصہ|ترجمہ))/i,
  /^\W*(?:i['’]m |i am )?sorry\b/i,
]
/** Remarks wherever they stand. */
const remarks: readonly RegExp[] = [
  /\bas an ai\b|\bmy (?:knowledge|training)\b/i,
  /\b(?:let me know|hope (?:this|that) helps|feel free to ask|would you like me to|anything else i can|if you have any questions)\b/i,
  /\bas (?:requested|instructed|you asked)\b/i,
  /\bI(?:['’]ve| have)? (?:kept|simplified|changed|rewr[io]te|rewritten|adapted|rephrased|shortened|translated|removed|added|preserved|can(?:not|['’]t) (?:help|assist|rewrite|see))\b/,
  /\b(?:changes made|word count|placeholders?)\b|\b(?:all|every) (?:links? and )?slots?\b/i,
  /(?:امید ہے|اگر آپ چاہیں تو میں|میں نے یہ (?:متن|حصہ|ترجمہ)|جگہ دار|بطور (?:AI|مصنوعی))/,
  /<\/?(?:section|task|reader|slots?|findings|think)\b/i,
]

/** Shorter sentences of the instructions may be anybody's. UTF-16 code units. */
const quotedLengthMin = 40

/** Harm prevented: the writer talking about its work, or quoting its instructions, where the lesson should be. */
export const metaText: Rule = ({ markdown }, { masked, language, lesson }) =>
  openings.some((pattern) => pattern.test(markdown)) ||
  remarks.some((pattern) => pattern.test(markdown) && !pattern.test(masked.text)) ||
  sentencesOf(instructionsFor(language, lesson.language)).some((sentence) => markdown.includes(sentence))
    ? [{ reason: 'meta-text', message: 'Answer with the section only, without remarks about it.' }]
    : []

const sentencesOf = (instructions: string): string[] =>
  instructions.split(/(?<=[.:])\s+/).filter((sentence) => sentence.length >= quotedLengthMin)
