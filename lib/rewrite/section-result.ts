import { formHeading, formRewrite, type Form } from './form-text.ts'
import type { SectionPlan } from './plan-lesson.ts'
import type { OriginalReason, Proof, SectionEnd, Usage } from '../contract/index.ts'
import { noUsage } from './add-usage.ts'

/** A section whose text is final for this request. Texts are still masked. */
export interface SectionResult {
  readonly planned: SectionPlan
  readonly source: 'rewrite' | 'original'
  readonly cached: boolean
  readonly reason?: OriginalReason
  readonly heading?: string
  readonly markdown?: string
  readonly proof: Proof | null
  /** Tokens that this request used for it. */
  readonly usage: Usage
  /** Why each text that this request got was rejected, in order, whatever is shown in the end. */
  readonly rejections?: readonly OriginalReason[]
  /** When the rewrite was written, in ISO 8601; absent for the author's text. */
  readonly written_at?: string
  /** True if the blocks of `markdown` were all sent before. */
  readonly shown: boolean
}

/** Resolves a section to the author's text. */
export function resolveOriginal(
  planned: SectionPlan,
  reason: OriginalReason,
  { cached = false, proof = null, usage = noUsage }: { cached?: boolean; proof?: Proof | null; usage?: Usage } = {},
): SectionResult {
  return { planned, source: 'original', cached, reason, proof, usage, shown: false }
}

/** The `section-end` event of a resolved section. */
export function buildSectionEnd(result: SectionResult, form: Form): SectionEnd {
  const { planned, source, cached, reason, markdown, proof, shown } = result
  const { section } = planned.task
  const heading = formHeading(section, result.heading, form)
  return {
    section: section.id,
    source,
    cached,
    ...(reason === undefined ? {} : { reason }),
    ...(heading === undefined ? {} : { heading }),
    ...(markdown === undefined || shown ? {} : { markdown: formRewrite(planned.task.section, markdown, form) }),
    proof,
    ...identifyRewrite(result),
  }
}

/** Which rewrite is shown for a section, and since when. */
export const identifyRewrite = ({ planned, written_at }: SectionResult): Pick<SectionEnd, 'key' | 'written_at'> => ({
  key: planned.state === 'as-written' ? null : planned.key,
  written_at: written_at ?? null,
})
