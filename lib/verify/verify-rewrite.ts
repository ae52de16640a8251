import { countWords } from '../text/index.ts'
import { type Proof, type Usage, verifierVersion } from '../contract/index.ts'
import type { WritingTask } from '../prompt/index.ts'
import { adviseLevel, type Advice } from './advise-level.ts'
import { readCandidate, readOriginal, type Candidate } from './candidate.ts'
import { findTerms } from './find-terms.ts'
import { findUnreadable } from './find-unreadable.ts'
import type { Finding } from './finding.ts'
import { measureLevel } from './measure-level.ts'
import type { Rule } from './rule.ts'
import { admonitions } from './rules/admonitions.ts'
import { bareNames } from './rules/bare-names.ts'
import { blockKinds } from './rules/block-kinds.ts'
import { coverage } from './rules/coverage.ts'
import { cutOff } from './rules/cut-off.ts'
import { emphasis } from './rules/emphasis.ts'
import { heading } from './rules/heading.ts'
import { hiddenCharacters } from './rules/hidden-characters.ts'
import { identifiers, inventedIdentifiers } from './rules/identifiers.ts'
import { inert } from './rules/inert.ts'
import { inventedCitations } from './rules/invented-citations.ts'
import { language } from './rules/language.ts'
import { length } from './rules/length.ts'
import { links } from './rules/links.ts'
import { lookalikeLetters } from './rules/lookalike-letters.ts'
import { markup } from './rules/markup.ts'
import { inventedMeasurements, measurements } from './rules/measurements.ts'
import { metaText } from './rules/meta-text.ts'
import { negations } from './rules/negations.ts'
import { nesting } from './rules/nesting.ts'
import { noteShape } from './rules/note-shape.ts'
import { numbers } from './rules/numbers.ts'
import { repetition } from './rules/repetition.ts'
import { slots } from './rules/slots.ts'
import { steps } from './rules/steps.ts'
import { tables } from './rules/tables.ts'
import { terms, wantedTerms } from './rules/terms.ts'
import { warnings } from './rules/warnings.ts'

/** Structure first: its findings make the others moot. */
const rules: readonly Rule[] = [
  markup,
  inert,
  slots,
  links,
  admonitions,
  noteShape,
  blockKinds,
  nesting,
  emphasis,
  hiddenCharacters,
  lookalikeLetters,
  metaText,
  language,
  heading,
  tables,
  steps,
  warnings,
  identifiers,
  bareNames,
  inventedCitations,
  measurements,
  numbers,
  negations,
  terms,
  length,
  coverage,
  cutOff,
  repetition,
]

/** What the verifier says of a text. */
export interface Verdict {
  readonly accepted: boolean
  readonly findings: readonly Finding[]
  /** What would make it suit its reader better; never a reason to turn it down. */
  readonly advice: Advice | undefined
  /** The text without the translated heading's line; empty when the text was unfit to be read. */
  readonly markdown: string
  readonly heading: string | undefined
  readonly counts: ProofCounts
}

/** The part of a proof that the text itself shows. */
export type ProofCounts = Pick<Proof, 'slots' | 'links' | 'invented' | 'terms' | 'language' | 'words' | 'level'>

/** Judges a whole text, or (`partial`) whether the beginning of one may be shown already. */
export function verifyRewrite(text: string, task: WritingTask, { partial = false } = {}): Verdict {
  const unreadable = findUnreadable(text, task)
  const withHeading = task.translating && task.section.heading !== null
  const candidate = readCandidate(unreadable ? '' : text, { withHeading, partial })
  const counts = countProof(candidate, task)
  const findings = unreadable ? [unreadable] : rules.flatMap((rule) => rule(candidate, task))
  return {
    accepted: findings.length === 0,
    findings,
    advice: adviseLevel(counts.level, task),
    markdown: candidate.markdown,
    heading: withHeading && !task.section.heading?.fixed ? candidate.heading : undefined,
    counts,
  }
}

function countProof(candidate: Candidate, task: WritingTask): ProofCounts {
  const { masked, lesson } = task
  const found = new Set(candidate.slots.map((slot) => slot.id))
  const wanted = wantedTerms(task)
  const keptTerms = findTerms(candidate.prose, lesson.glossary)
  return {
    slots: { kept: masked.slots.filter(({ id }) => found.has(id)).length, total: masked.slots.length },
    links: {
      kept: masked.links.filter(({ number }) => candidate.links.some(({ target }) => target === `link:${number}`))
        .length,
      total: masked.links.length,
    },
    invented: {
      identifiers: inventedIdentifiers(candidate.codeSpans, task).length,
      measurements: inventedMeasurements(candidate, task).length,
    },
    terms: { kept: [...wanted].filter((term) => keptTerms.has(term)).length, total: wanted.size },
    language: task.language,
    words: {
      before: task.kind === 'note' ? 0 : countWords(readOriginal(masked).prose),
      after: countWords(candidate.prose),
    },
    level: candidate.partial ? null : measureLevel(candidate, task),
  }
}

export interface Writing {
  readonly attempts: number
  readonly model: string
  readonly recipe: string
  readonly usage: Usage
}

/** The proof of a verdict, with who wrote the text and what it took. */
export function buildProof({ accepted, findings, counts }: Verdict, writing: Writing): Proof {
  const reasons = [...new Set(findings.map(({ reason }) => reason))]
  return {
    verdict: accepted ? 'accepted' : 'rejected',
    reasons,
    ...counts,
    ...writing,
    verifier_version: verifierVersion,
  }
}
