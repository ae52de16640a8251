import type { SectionResult } from './section-result.ts'

/** What became of a section that was to be written, for its span: also why texts were rejected or asked for again. */
export const traceSection = ({ planned, source, cached, reason, rejections = [], proof }: SectionResult) => ({
  section: planned.task.section.id,
  state: planned.state,
  source,
  cached,
  reason,
  turned_down: rejections.join(' ') || undefined,
  attempts: proof?.attempts,
})
