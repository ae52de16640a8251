import type { Rule } from '../rule.ts'

const opening =
  /^\W*(?:here(?:['’]s| is| are)\b[^.\n]{0,60}\b(?:section|rewrit|version|text|lesson|explanation)|(?:sure|certainly|of course|okay)[,!.:]|as an ai\b|as requested|i(?:['’]ve| have) (?:rewritten|adapted|rephrased)|(?:re-?told|rewritten|adapted|revised) (?:section|version|text))/i
const anywhere =
  /\bas an ai (?:language )?model\b|\b(?:let me know|hope this helps)\b|<\/?(?:section|task|reader|slots?|findings)\b/i

/** Harm prevented: the writer talking about its work where the lesson should be. */
export const metaText: Rule = ({ markdown }) =>
  opening.test(markdown) || anywhere.test(markdown)
    ? [{ reason: 'meta-text', message: 'Answer with the section only, without remarks about it.' }]
    : []
