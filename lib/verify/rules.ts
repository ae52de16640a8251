import { bareNames } from './facts/bare-names.ts'
import { inventedCitations } from './facts/citations.ts'
import { identifiers } from './facts/identifiers.ts'
import { measurements } from './facts/measurements.ts'
import { numberedNames, numbers } from './facts/numbers.ts'
import { terms } from './facts/terms.ts'
import { warnings } from './facts/warnings.ts'
import { coverage } from './hints/coverage.ts'
import { negations } from './hints/negations.ts'
import { numberWords } from './hints/number-words.ts'
import type { Rule } from './rule.ts'
import { admonitions } from './structure/admonitions.ts'
import { blockKinds } from './structure/block-kinds.ts'
import { cutOff } from './structure/cut-off.ts'
import { emphasis } from './structure/emphasis.ts'
import { heading } from './structure/heading.ts'
import { noHiddenCharacters } from './structure/hidden-characters.ts'
import { inert } from './structure/inert.ts'
import { language } from './structure/language.ts'
import { length } from './structure/length.ts'
import { links } from './structure/links.ts'
import { lookalikeLetters } from './structure/lookalike-letters.ts'
import { markup } from './structure/markup.ts'
import { metaText } from './structure/meta-text.ts'
import { nesting } from './structure/nesting.ts'
import { noteShape } from './structure/note-shape.ts'
import { repetition } from './structure/repetition.ts'
import { slots } from './structure/slots.ts'
import { steps } from './structure/steps.ts'
import { tables } from './structure/tables.ts'

/** The form of a text. First, because its findings make the others' meaningless. */
const structure: readonly Rule[] = [
  markup,
  inert,
  slots,
  links,
  admonitions,
  noteShape,
  blockKinds,
  nesting,
  emphasis,
  noHiddenCharacters,
  lookalikeLetters,
  metaText,
  language,
  heading,
  tables,
  steps,
]

/** Facts that were added, dropped or exchanged. */
const facts: readonly Rule[] = [
  warnings,
  identifiers,
  bareNames,
  inventedCitations,
  measurements,
  numbers,
  numberedNames,
  terms,
]

/** Form again, for a text with correct facts: its length, its end, its repetitions. */
const extent: readonly Rule[] = [length, cutOff, repetition]

/** Rules whose findings are certain: one rejects the text. */
export const certainRules: readonly Rule[] = [...structure, ...facts, ...extent]

/** Rules whose findings are suspicions, which a second model could check. For now they reject the text as well. */
export const hintRules: readonly Rule[] = [numberWords, negations, coverage]
