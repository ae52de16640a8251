/**
 * The events of a personalized lesson, as they travel from `POST /api/personalize` to the page
 * (`text/event-stream`, one JSON value per `data:` line, the event's name in `event:`).
 */
import * as v from 'valibot'
import { levels, variants } from './level-and-variant.ts'

/** What happens to a section in this request. */
export const sectionStates = ['cached', 'writing', 'waiting', 'as-written'] as const
export type SectionState = (typeof sectionStates)[number]

/** Why a section is shown as the author wrote it, or why a rewrite was rejected. A closed list. */
export const originalReasons = [
  'no-prose',
  'locked',
  'slot-missing',
  'slot-unknown',
  'slot-repeated',
  'slot-order',
  'slot-placement',
  'link-unknown',
  'link-missing',
  'table-changed',
  'steps-missing',
  'warning-changed',
  'html',
  'hidden-character',
  'lookalike-letter',
  'invented-identifier',
  'invented-measurement',
  'invented-citation',
  'number-changed',
  'negation-lost',
  'wrong-language',
  'term-translated',
  'too-short',
  'too-long',
  'cut-off',
  'repetition',
  'meta-text',
  'fenced',
  'malformed',
  'heading-missing',
  'empty',
  'model-stopped-early',
  'model-refused',
  'model-unavailable',
  'model-timeout',
  'database-unavailable',
  'waited-too-long',
  'budget-reached',
  'budget-reserved',
] as const
export type OriginalReason = (typeof originalReasons)[number]
export const originalReasonSchema = v.picklist(originalReasons)

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Tokens as the provider counted them; null if it did not report them. */
export const usageSchema = v.object({
  input_tokens: v.nullable(count),
  cached_input_tokens: v.nullable(count),
  output_tokens: v.nullable(count),
})
export type Usage = v.InferOutput<typeof usageSchema>

const preserved = v.object({ preserved: count, total: count })
const invented = v.object({ identifiers: count, measurements: count })
/** Words of the section, and of the rewrite. */
const words = v.object({ before: count, after: count })

/** How hard a section and its rewrite are to read, to one decimal; null where there is too little text to measure. */
export const readabilitySchema = v.object({
  /** `flesch-kincaid-grade` (US school years) for English from English; `words-per-sentence` for all else. */
  measure: v.picklist(['flesch-kincaid-grade', 'words-per-sentence']),
  before: v.nullable(v.number()),
  after: v.nullable(v.number()),
})
export type Readability = v.InferOutput<typeof readabilitySchema>

/** The counted facts behind a verdict. */
export const proofSchema = v.object({
  verdict: v.picklist(['accepted', 'rejected']),
  /** The findings' reason codes, first one decisive; empty when accepted. */
  reasons: v.array(originalReasonSchema),
  slots: preserved,
  links: preserved,
  invented,
  /** Glossary terms of the section that the rewrite still has, in Latin script. */
  terms: preserved,
  language: v.string(),
  words,
  /** Null when neither text is long enough to measure, for the note, and in proofs from before it was measured. */
  readability: v.optional(v.nullable(readabilitySchema), null),
  attempts: count,
  /** The model's name as the provider knows it; `demo-writer` for the demo. */
  model: v.string(),
  recipe: v.string(),
  verifier_version: count,
  usage: usageSchema,
})
export type Proof = v.InferOutput<typeof proofSchema>

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** How a section is read: which of the learner's answers it depends on, and the chosen level and variant. */
export const sectionReadingEntries = {
  /** Ids of the questions whose answers the section depends on. */
  facets: v.array(v.string()),
  level: v.picklist(levels),
  variant: v.picklist(variants),
}

/** Which rewrite is shown for a section, and when it was written. */
export const rewriteIdentityEntries = {
  /** The rewrite's key in the cache; null if the section is not rewritten. */
  key: v.nullable(hash),
  /** When the rewrite was written, in ISO 8601; null if the original is shown. */
  written_at: v.nullable(v.string()),
}

export const lessonStartSchema = v.object({
  lesson: v.object({ slug: v.string(), title: v.string(), language: v.string() }),
  content_hash: hash,
  /** Key of this finished version at `GET /api/rewrites/{key}`. */
  key: hash,
  recipe: v.string(),
  /** The model's name; `demo` is true when it is the local demo writer. */
  model: v.object({ name: v.string(), demo: v.boolean() }),
  /** The language of the rewrites. */
  language: v.string(),
  /** In reading order; the opening note comes first, with the id `for-you`. */
  sections: v.array(
    v.object({
      id: v.string(),
      heading: v.nullable(v.string()),
      state: v.picklist(sectionStates),
      ...sectionReadingEntries,
    }),
  ),
})
export type LessonStart = v.InferOutput<typeof lessonStartSchema>

/** One finished block (paragraph, list, table, admonition) of a section that is being written. */
export const sectionBlockSchema = v.object({ section: v.string(), index: count, markdown: v.string() })
export type SectionBlock = v.InferOutput<typeof sectionBlockSchema>

/**
 * A section is resolved. `markdown` is its whole text; it is present for a cached section, for one that another request
 * wrote, and where it replaces the blocks already sent (after a repair). Without it the sent blocks are final. With
 * `source: "original"` the client drops any blocks and shows the author's text.
 */
export const sectionEndSchema = v.object({
  section: v.string(),
  source: v.picklist(['rewrite', 'original']),
  cached: v.boolean(),
  reason: v.optional(originalReasonSchema),
  /** The translated heading; absent when the author's heading is shown. */
  heading: v.optional(v.string()),
  markdown: v.optional(v.string()),
  /** Null when no model was asked. */
  proof: v.nullable(proofSchema),
  ...rewriteIdentityEntries,
})
export type SectionEnd = v.InferOutput<typeof sectionEndSchema>

/** The proofs of a lesson's rewrites in one, without the opening note: all counts added up. */
export const lessonProofSchema = v.object({
  /** How many rewrites it sums up. */
  sections: count,
  slots: preserved,
  links: preserved,
  invented,
  terms: preserved,
  words,
  /** The mean of the sections in which both texts were measured, each weighted by its words. */
  readability: v.nullable(readabilitySchema),
  attempts: count,
})
export type LessonProof = v.InferOutput<typeof lessonProofSchema>

export const lessonEndSchema = v.object({
  cached: count,
  written: count,
  original: count,
  usage: usageSchema,
  generated_at: v.string(),
  proof: lessonProofSchema,
})
export type LessonEnd = v.InferOutput<typeof lessonEndSchema>

export const streamErrorSchema = v.object({ error: v.string(), message: v.string(), retryable: v.boolean() })
export type StreamError = v.InferOutput<typeof streamErrorSchema>

/** Every event by its name. */
export interface WireEvents {
  'lesson-start': LessonStart
  'section-block': SectionBlock
  'section-end': SectionEnd
  'lesson-end': LessonEnd
  error: StreamError
}
export type WireEvent = { [Name in keyof WireEvents]: { event: Name; data: WireEvents[Name] } }[keyof WireEvents]
