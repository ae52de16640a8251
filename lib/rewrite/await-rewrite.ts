import { ifAvailable, unavailable } from './if-available.ts'
import type { LessonRun } from './lesson-run.ts'
import type { SectionPlan } from './plan-lesson.ts'
import { resolveOriginal, type SectionResult } from './section-result.ts'
import { resolveStored } from './resolve-stored.ts'
import type { RewriteServices } from './services.ts'

/** How long a database that did not answer is left alone, in milliseconds. */
const restMilliseconds = 250

/**
 * Waits for another request's rewrite, which may be there by the first look; `abandoned` when its lease ran out or was given back
 * without one, and when the database did not answer: whoever waits then tries to take the lease, or writes without.
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
