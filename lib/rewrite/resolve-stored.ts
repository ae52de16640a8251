import type { StoredRewrite } from '../db/index.ts'
import { noUsage } from './add-usage.ts'
import type { SectionPlan } from './plan-lesson.ts'
import { resolveOriginal, type SectionResult } from './section-result.ts'

/** Resolves a section from the cache: a rewrite, or a stored rejection. */
export function resolveStored(planned: SectionPlan, stored: StoredRewrite): SectionResult {
  const { heading, content, proof, failure_reason, created_at } = stored
  if (content === null)
    return resolveOriginal(planned, failure_reason ?? proof?.reasons[0] ?? 'malformed', { cached: true, proof })
  return {
    planned,
    source: 'rewrite',
    cached: true,
    ...(heading === null ? {} : { heading }),
    markdown: content,
    proof,
    usage: noUsage,
    written_at: new Date(created_at).toISOString(),
    shown: false,
  }
}
