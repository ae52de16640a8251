import type { RewriteRow } from '../../lib/db/lease-queries.ts'

let rows = 0

/** A row of the cache that no other test of this file has. */
export function aRow(): RewriteRow {
  const key = (++rows).toString(16).padStart(64, '0')
  return {
    key,
    lesson_slug: 'lesson',
    section_id: 'section',
    scope: 'published',
    content_hash: key,
    context_hash: key,
    preferences_hash: key,
    recipe: 'p1/test',
    level: 'as-is',
    variant: 0,
  }
}
