import { hashText } from '../lesson/hash-text.ts'
import type { Lesson } from '../lesson/lesson.ts'
import type { Dial, Take } from '../rewrite/dial.ts'

/** Everything that a rewrite depends on; a change of any part is another key, so nothing is ever invalidated by hand. */
export interface RewriteIdentity {
  /** The section's own hash: never its position. */
  readonly sectionHash: string
  /** The profile key of the section's facet class. */
  readonly profileKey: string
  /** Version of the prompt and model id. */
  readonly recipe: string
  readonly dial: Dial
  readonly take: Take
}

/** What the key is the hash of: the same for two rewrites exactly when they are the same. */
export const writeIdentity = ({ sectionHash, profileKey, recipe, dial, take }: RewriteIdentity): string =>
  JSON.stringify([sectionHash, profileKey, recipe, dial, take])

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
