import * as v from 'valibot'
import {
  lessonProofSchema,
  lessonStartSchema,
  proofSchema,
  rewriteIdentityEntries,
  sectionReadingEntries,
} from './wire-events.ts'

/** One section of a finished version. */
export const versionSectionSchema = v.object({
  id: v.string(),
  source: v.picklist(['rewrite', 'original']),
  heading: v.nullable(v.string()),
  markdown: v.string(),
  proof: v.nullable(proofSchema),
  ...rewriteIdentityEntries,
  ...sectionReadingEntries,
})

/** The answer of `GET /api/rewrites/{key}`: a finished version of a lesson. */
export const lessonVersionSchema = v.object({
  ...v.omit(lessonStartSchema, ['sections']).entries,
  generated_at: v.string(),
  proof: lessonProofSchema,
  sections: v.array(versionSectionSchema),
})
export type LessonVersionAnswer = v.InferOutput<typeof lessonVersionSchema>
