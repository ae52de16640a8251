import * as v from 'valibot'
import { feedbackReasons, ratings } from '../profile/index.ts'

const rewriteKeySchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'Wanted 64 hexadecimal digits: the "key" of a section.'),
)

/** The body of `POST /api/feedback`. */
export const feedbackSchema = v.strictObject({
  rewrite_key: rewriteKeySchema,
  rating: v.picklist(ratings),
  // As it is answered: null where none was given.
  reason: v.nullish(v.picklist(feedbackReasons)),
})

/** The body of `DELETE /api/feedback`. */
export const withdrawalSchema = v.strictObject({ rewrite_key: rewriteKeySchema })
