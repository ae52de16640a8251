import * as v from 'valibot'
import { visibleName } from '../text/index.ts'
import { levels } from './level-and-variant.ts'
import { choicesSchema, sectionsMax } from './choices-schema.ts'

const slugLengthMax = 300

const slugText = `Wanted 1 to ${slugLengthMax} characters, none of them a control or an invisible character.`

const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Wanted 64 hexadecimal digits (SHA-256).'))

/** How texts leave: as whole Markdown, or with placeholders as the site uses them. */
export const forms = ['markdown', 'slots'] as const

/** The body of `POST /api/personalize`. */
export const lessonRequestSchema = v.strictObject({
  // PostgreSQL stores no NUL, and no slug has control characters.
  lesson_slug: v.pipe(v.string(), v.trim(), v.regex(visibleName, slugText), v.maxLength(slugLengthMax, slugText)),
  original_content: v.optional(v.pipe(v.string(), v.nonEmpty("Wanted the lesson's Markdown; it is empty."))),
  content_hash: v.optional(hashSchema),
  sections: v.optional(
    v.pipe(
      v.array(v.string()),
      v.nonEmpty('Wanted at least one section id.'),
      v.maxLength(sectionsMax, `Wanted at most ${sectionsMax} section ids.`),
    ),
  ),
  version: v.optional(hashSchema),
  level: v.optional(v.picklist(levels), 'as-is'),
  choices: v.optional(choicesSchema),
  form: v.optional(v.picklist(forms), 'markdown'),
})
