import { countWords } from '../text/index.ts'
import { type Proof, type Usage, verifierVersion } from '../contract/index.ts'
import type { WritingTask } from '../prompt/index.ts'
import { adviseLevel, type Advice } from './level/advise-level.ts'
import { readCandidate, readOriginal, type Candidate } from './reading/candidate.ts'
import { findTerms } from './facts/find-terms.ts'
import { findUnreadable } from './reading/find-unreadable.ts'
import type { Finding } from './finding.ts'
import { measureLevel } from './level/measure-level.ts'
import type { Rule } from './rule.ts'
import { admonitions } from './structure/admonitions.ts'
import { bareNames } from './facts/bare-names.ts'
import { blockKinds } from './structure/block-kinds.ts'
import { coverage } from './hints/coverage.ts'
import { cutOff } from './structure/cut-off.ts'
import { emphasis } from './structure/emphasis.ts'
import { heading } from './structure/heading.ts'
import { hiddenCharacters } from './structure/hidden-characters.ts'
import { identifiers, inventedIdentifiers } from './facts/identifiers.ts'
import { inert } from './structure/inert.ts'
import { inventedCitations } from './facts/invented-citations.ts'
import { language } from './structure/language.ts'
import { length } from './structure/length.ts'
import { links } from './structure/links.ts'
import { lookalikeLetters } from './structure/lookalike-letters.ts'
import { markup } from './structure/markup.ts'
import { inventedMeasurements, measurements } from './facts/measurements.ts'
import { metaText } from './structure/meta-text.ts'
import { negations } from './hints/negations.ts'
import { nesting } from './structure/nesting.ts'
import { noteShape } from './structure/note-shape.ts'
import { numbers } from './facts/numbers.ts'
import { repetition } from './structure/repetition.ts'
import { slots } from './structure/slots.ts'
import { steps } from './structure/steps.ts'
import { tables } from './structure/tables.ts'
import { terms, wantedTerms } from './facts/terms.ts'
import { warnings } from './facts/warnings.ts'

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
