import * as v from 'valibot'
import { proofSchema } from '../rewrite/wire-events.ts'

/** A row of the cache, as the plan and the followers read it. */
export const storedRewriteSchema = v.object({
  key: v.string(),
  state: v.picklist(['writing', 'ready', 'rejected']),
  /** True while someone's lease, or a rejection's waiting time, has not run out by the database's clock. */
  held: v.boolean(),
  heading: v.nullable(v.string()),
  content: v.nullable(v.string()),
  proof: v.nullable(proofSchema),
  verifier_version: v.nullable(v.number()),
  created_at: v.string(),
})
export type StoredRewrite = v.InferOutput<typeof storedRewriteSchema>
