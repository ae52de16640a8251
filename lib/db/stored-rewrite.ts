import * as v from 'valibot'
import { originalReasonSchema, proofSchema } from '../contract/index.ts'

/** A row of the cache, as planning and waiting requests read it. */
export const storedRewriteSchema = v.object({
  key: v.string(),
  state: v.picklist(['writing', 'ready', 'rejected', 'failed']),
  /** True while a lease, or the wait after a rejection or failure, has not expired by the database's clock. */
  held: v.boolean(),
  heading: v.nullable(v.string()),
  content: v.nullable(v.string()),
  proof: v.nullable(proofSchema),
  /** Why no complete text came; null unless `failed`. */
  failure_reason: v.nullable(originalReasonSchema),
  verifier_version: v.nullable(v.number()),
  created_at: v.string(),
})
export type StoredRewrite = v.InferOutput<typeof storedRewriteSchema>
