import { describeError } from '../errors/index.ts'
import { createPace } from '../llm/index.ts'
import { traceSection } from './trace-section.ts'
import { addUsage, noUsage } from './add-usage.ts'
import { formRewrite } from './form-text.ts'
import type { LessonRun, SectionLimiters, SectionRun } from './lesson-run.ts'
import type { SectionPlan } from './plan-lesson.ts'
import { buildSectionEnd, resolveOriginal, type SectionResult } from './section-result.ts'
import { resolveStored } from './resolve-stored.ts'
import { forYouSection } from '../lesson/index.ts'
import { type LessonEnd, type SectionBlock, sumProofs } from '../contract/index.ts'
import type { RewriteServices } from './services.ts'
import { writeSection } from './write-section.ts'

/**
 * Resolves every section of a plan, sending each event as it happens: cached ones at once, the others in parallel.
 * Throws for unexpected errors, but only after all other sections are finished and stored.
 */
export async function writeLesson(
  plan: readonly SectionPlan[],
  run: LessonRun,
  services: RewriteServices,
): Promise<SectionResult[]> {
  const pace = createPace(services.sectionsAtATime)
  const limiters: SectionLimiters = {
    write: (work) => pace.limit(() => services.sharedLimiter(work)),
    wait: createPace(services.sectionsAtATime).limit,
  }
  const resolve = async (planned: SectionPlan): Promise<SectionResult> => {
    const write = () => writeOrKeep(planned, { ...run, limiters, rate: pace }, services)
    const result = resolveAtOnce(planned) ?? (await services.inSpan('write section', write, traceSection))
    run.send({ event: 'section-end', data: buildSectionEnd(result, run.form) })
    return result
  }
  const results = (await Promise.allSettled(plan.map(resolve))).map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
  run.send({ event: 'lesson-end', data: summarise(results, services.now()) })
  return results
}

function resolveAtOnce(planned: SectionPlan): SectionResult | undefined {
  if (planned.state === 'cached' && planned.stored) return resolveStored(planned, planned.stored)
  if (planned.state === 'as-written') return resolveOriginal(planned, planned.reason ?? 'no-prose')
  return undefined
}

/** An unexpected error in one section resolves it to the original; the others go on. */
async function writeOrKeep(
  planned: SectionPlan,
  { form, send, ...run }: LessonRun & Omit<SectionRun, 'show'>,
  services: RewriteServices,
): Promise<SectionResult> {
  const { section } = planned.task
  const show = (block: SectionBlock): void =>
    send({ event: 'section-block', data: { ...block, markdown: formRewrite(section, block.markdown, form) } })
  try {
    return await writeSection(planned, { ...run, show }, services)
  } catch (error) {
    services.log({ level: 'error', event: 'section-failed', section: section.id, ...describeError(error) })
    return resolveOriginal(planned, 'database-unavailable')
  }
}

/**
 * The `lesson-end` event: how many sections came from where, the tokens this request used, and the sum of all proofs.
 */
export function summarise(results: readonly SectionResult[], now: number): LessonEnd {
  const rewritten = results.filter(({ source }) => source === 'rewrite')
  const cached = rewritten.filter((section) => section.cached).length
  const dates = rewritten.flatMap(({ written_at }) => written_at ?? [])
  return {
    cached,
    written: rewritten.length - cached,
    original: results.length - rewritten.length,
    usage: results.reduce((sum, { usage }) => addUsage(sum, usage), noUsage),
    generated_at: new Date(
      Math.max(...dates.map((date) => Date.parse(date)), dates.length > 0 ? 0 : now),
    ).toISOString(),
    proof: sumProofs(rewritten.flatMap(({ planned, proof }) => (isNote(planned) || proof === null ? [] : proof))),
  }
}

const isNote = ({ task }: SectionPlan): boolean => task.section.id === forYouSection
