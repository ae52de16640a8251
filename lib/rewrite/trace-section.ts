import type { SettledSection } from './settled-section.ts'

/** What became of a section that was to be written, for its span: also why texts were turned down or asked for again. */
export const traceSection = ({ planned, source, cached, reason, turnedDown = [], proof }: SettledSection) => ({
  section: planned.task.section.id,
  state: planned.state,
  source,
  cached,
  reason,
  turned_down: turnedDown.join(' ') || undefined,
  attempts: proof?.attempts,
})
