import * as v from 'valibot'
import { levels, originalReasons, proofSchema, variants } from '../../../../../lib/contract/index.ts'

const savedSectionSchema = v.object({
  id: v.string(),
  /** The section's hash, as its page says it; null for the opening note. */
  hash: v.nullable(v.string()),
  /** The author's heading. */
  title: v.nullable(v.string()),
  phase: v.picklist(['rewritten', 'original']),
  blocks: v.array(v.string()),
  heading: v.optional(v.string()),
  reason: v.optional(v.picklist(originalReasons)),
  proof: v.nullable(proofSchema),
  key: v.nullable(v.string()),
  writtenAt: v.nullable(v.string()),
  facets: v.array(v.string()),
  level: v.picklist(levels),
  variant: v.picklist(variants),
})

export const savedLessonSchema = v.object({
  /** Raised when the shape changes; a lesson of another shape is not read. */
  version: v.literal(1),
  /** The answers it was written for, as JSON. */
  answers: v.string(),
  model: v.optional(v.object({ name: v.string(), demo: v.boolean() })),
  recipe: v.optional(v.string()),
  language: v.optional(v.string()),
  generatedAt: v.optional(v.string()),
  /** The hashes of the author's sections that this lesson was asked for: a section with another one has changed. */
  hashes: v.array(v.string()),
  /** What is worth saving, in reading order. */
  sections: v.array(savedSectionSchema),
})

/** A lesson as it was written for the learner, saved on the device, so that it can be read again without a network. */
export type SavedLesson = v.InferOutput<typeof savedLessonSchema>

export type SavedSection = SavedLesson['sections'][number]

/** A saved lesson from its stored text; undefined when it is broken or from another page's time. */
export function parseSavedLesson(text: string | undefined): SavedLesson | undefined {
  try {
    const result = v.safeParse(savedLessonSchema, JSON.parse(text ?? 'null'))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
