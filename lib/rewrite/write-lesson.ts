import { describeError, type LogEntry } from '../errors/index.ts'
import { createPace, type Pace } from '../llm/index.ts'
import { traceSection } from './trace-section.ts'
import type { InSpan } from '../telemetry/index.ts'
import { addUsage, noUsage } from './add-usage.ts'
import { formRewrite, type Form } from './form-text.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { buildSectionEnd, settleOriginal, type SettledSection } from './settled-section.ts'
import { settleStored } from './settle-stored.ts'
import { forYouSection } from '../lesson/index.ts'
import { type LessonEnd, type WireEvent, sumProofs } from '../contract/index.ts'
import { writeSection, type WriteDeps } from './write-section.ts'

export interface LessonDeps extends Omit<WriteDeps, 'show' | 'turns' | 'rate'> {
  readonly sectionsAtATime: number
  /** Has a section wait for its turn among those of all requests that this process serves. */
  readonly inSharedTurn: Pace['inTurn']
  /** Shows an event to whoever is still reading. */
  readonly send: (event: WireEvent) => void
  readonly log: (entry: LogEntry) => void
  readonly inSpan: InSpan
}

/**
 * Settles every section of a plan, sending each event as it happens: cached ones at once, the others in parallel. Throws for
 * what should not happen, when everything else has settled: what is under way is finished and kept all the same.
 */
export async function writeLesson(
  plan: readonly PlannedSection[],
  form: Form,
  deps: LessonDeps,
): Promise<SettledSection[]> {
  const pace = createPace(deps.sectionsAtATime)
  const write: Pace['inTurn'] = (work) => pace.inTurn(() => deps.inSharedTurn(work))
  const turns = { write, wait: createPace(deps.sectionsAtATime).inTurn }
  const settle = async (planned: PlannedSection): Promise<SettledSection> => {
    const settleWritten = () => writeOrKeep(planned, form, { ...deps, turns, rate: pace })
    const settled = settleAtOnce(planned) ?? (await deps.inSpan('write section', settleWritten, traceSection))
    deps.send({ event: 'section-end', data: buildSectionEnd(settled, form) })
    return settled
  }
  const settled = (await Promise.allSettled(plan.map(settle))).map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
  deps.send({ event: 'lesson-end', data: summarise(settled, deps.now()) })
  return settled
}

function settleAtOnce(planned: PlannedSection): SettledSection | undefined {
  if (planned.state === 'cached' && planned.stored) return settleStored(planned, planned.stored)
  if (planned.state === 'as-written') return settleOriginal(planned, planned.reason ?? 'no-prose')
  return undefined
}

/** One section's trouble is its own: the original stands, and the others go on. */
async function writeOrKeep(
  planned: PlannedSection,
  form: Form,
  deps: LessonDeps & Pick<WriteDeps, 'turns' | 'rate'>,
): Promise<SettledSection> {
  try {
    return await writeSection(planned, {
      ...deps,
      show: (block) =>
        deps.send({
          event: 'section-block',
          data: { ...block, markdown: formRewrite(planned.task.section, block.markdown, form) },
        }),
    })
  } catch (error) {
    deps.log({ level: 'error', event: 'section-failed', section: planned.task.section.id, ...describeError(error) })
    return settleOriginal(planned, 'database-unavailable')
  }
}

/** The `lesson-end` event: how many sections came from where, what this request spent, and all proofs in one. */
export function summarise(settled: readonly SettledSection[], now: number): LessonEnd {
  const rewritten = settled.filter(({ source }) => source === 'rewrite')
  const cached = rewritten.filter((section) => section.cached).length
  const dates = rewritten.flatMap(({ written_at }) => written_at ?? [])
  return {
    cached,
    written: rewritten.length - cached,
    original: settled.length - rewritten.length,
    usage: settled.reduce((sum, { usage }) => addUsage(sum, usage), noUsage),
    generated_at: new Date(
      Math.max(...dates.map((date) => Date.parse(date)), dates.length > 0 ? 0 : now),
    ).toISOString(),
    proof: sumProofs(rewritten.flatMap(({ planned, proof }) => (isNote(planned) || proof === null ? [] : proof))),
  }
}

const isNote = ({ task }: PlannedSection): boolean => task.section.id === forYouSection
