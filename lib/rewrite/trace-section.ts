import type { SectionResult } from './section-result.ts'

/** The outcome of a section for its span, with why texts were rejected or repaired. */
export const traceSection = ({ planned, source, cached, reason, rejections = [], proof }: SectionResult) => ({
  section: planned.task.section.id,
  state: planned.state,
  source,
  cached,
  reason,
  rejections: rejections.join(' ') || undefined,
  attempts: proof?.attempts,
})
