import type { RewriteServices } from './services.ts'
import { reportInsights } from '../db/index.ts'
import { describeError } from '../errors/index.ts'
import type { SectionResult } from './section-result.ts'
import type { LessonStart, Proof } from '../contract/index.ts'
import { observeLesson, type ObservedTimes } from './observe-lesson.ts'
import { traceLesson } from './trace-lesson.ts'

interface CountedLesson {
  readonly sections: readonly SectionResult[]
  readonly start: LessonStart
  /** Whether all of it was asked for, and not single sections. */
  readonly whole: boolean
  /** The proofs of what the reader has by a finished version's key; undefined when no version was named. */
  readonly held: readonly Proof[] | undefined
  readonly times: ObservedTimes
  /** Its slug when it is published. */
  readonly published: string | undefined
}

/**
 * Counts a resolved lesson and gives its trace. What was written is reported at once, since it made statements of its own
 * anyway; what came from the cache waits for the next lesson's statement. Never throws.
 */
export async function countLesson(
  lesson: CountedLesson,
  services: Pick<RewriteServices, 'db' | 'insights' | 'log'>,
): Promise<ReturnType<typeof traceLesson>> {
  const { sections, start, times } = lesson
  services.insights.add(observeLesson({ ...lesson, model: start.model.name }))
  if (sections.some(({ planned }) => planned.state === 'writing'))
    await reportInsights(services.db, services.insights).catch((error: unknown) =>
      // Kept for the next statement; and a database that does not answer has lines enough in the log.
      services.log({ level: 'info', event: 'insights-not-reported', ...describeError(error) }),
    )
  return traceLesson(sections, start, times)
}
