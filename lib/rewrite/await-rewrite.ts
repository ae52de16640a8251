import { ifAvailable, unavailable } from './if-available.ts'
import type { LessonRun } from './lesson-run.ts'
import type { SectionPlan } from './plan-lesson.ts'
import { resolveOriginal, type SectionResult } from './section-result.ts'
import { resolveStored } from './resolve-stored.ts'
import type { RewriteServices } from './services.ts'

/** How long to wait after the database did not answer, in milliseconds. */
const restMilliseconds = 250

/**
 * Waits for another request's rewrite, which may be ready at the first look. Resolves to `abandoned` if that request's
 * lease expired or was released without one, or the database did not answer; the caller then tries to take the lease,
 * or writes without one.
 */
export async function awaitRewrite(
  planned: SectionPlan,
  { waitDeadline }: Pick<LessonRun, 'waitDeadline'>,
  services: Pick<RewriteServices, 'poll' | 'sleep' | 'now' | 'log'>,
): Promise<SectionResult | 'abandoned'> {
  while (services.now() < waitDeadline) {
    const stored = await ifAvailable(services.poll(planned.key), services)
    if (stored === unavailable) {
      await services.sleep(restMilliseconds)
      return 'abandoned'
    }
    if (stored?.state === 'ready') return resolveStored(planned, stored)
    if (!stored?.held) return 'abandoned'
    if (stored.state !== 'writing') return resolveStored(planned, stored)
  }
  return resolveOriginal(planned, 'waited-too-long')
}
