import { hashText } from '../text/index.ts'
import type { Lesson } from '../lesson/index.ts'
import type { Level, Variant } from './level-and-variant.ts'

/**
 * Whose text a rewrite was made from: a published lesson's, or one that an integrator sent and nobody published. A
 * rewrite is only read in its own scope, so that no text, prompt or verdict reaches another's reader.
 */
export type RewriteScope = 'published' | `integrator:${string}`

/** Everything a rewrite depends on. A change of any part gives another key, so nothing is ever invalidated by hand. */
export interface RewriteIdentity {
  readonly scope: RewriteScope
  /** Hash of the section's source; its position plays no part. */
  readonly sectionHash: string
  /** What else of the lesson the model saw, as `hashContext` has it. */
  readonly contextHash: string
  /** The profile key of the section's facet class. */
  readonly profileKey: string
  /** Version of the prompt and model id. */
  readonly recipe: string
  readonly level: Level
  readonly variant: Variant
}

/** The text that is hashed to the key: equal for two rewrites exactly when all their parts are. */
export const writeIdentity = (identity: RewriteIdentity): string => {
  const { scope, sectionHash, contextHash, profileKey, recipe, level, variant } = identity
  return JSON.stringify([scope, sectionHash, contextHash, profileKey, recipe, level, variant])
}

/** The cache key of one rewrite: SHA-256, hex. */
export const buildRewriteKey = (identity: RewriteIdentity): Promise<string> => hashText(writeIdentity(identity))

/**
 * The key of a finished version of a whole lesson, as `GET /api/rewrites/{key}` takes it: SHA-256 (hex) of the
 * lesson's slug and content hash and its rewrites' keys in reading order.
 */
export function buildVersionKey(
  { slug, content_hash }: Pick<Lesson, 'slug' | 'content_hash'>,
  rewriteKeys: readonly string[],
): Promise<string> {
  return hashText(JSON.stringify([slug, content_hash, ...rewriteKeys]))
}
