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
  /** True if the whole lesson was requested, not single sections. */
  readonly whole: boolean
  /** Proofs of the version that the request says the reader has; undefined if it names none. */
  readonly held: readonly Proof[] | undefined
  readonly times: ObservedTimes
  /** Its slug if it is published. */
  readonly published: string | undefined
}

/**
 * Counts a resolved lesson and returns its trace. A lesson with new rewrites is reported at once, since it made
 * statements anyway; one from the cache waits for the next lesson's statement. Never throws.
 */
export async function countLesson(
  lesson: CountedLesson,
  services: Pick<RewriteServices, 'db' | 'insights' | 'log'>,
): Promise<ReturnType<typeof traceLesson>> {
  const { sections, start, times } = lesson
  services.insights.add(observeLesson({ ...lesson, model: start.model.name }))
  if (sections.some(({ planned }) => planned.state === 'writing'))
    await reportInsights(services.db, services.insights).catch((error: unknown) =>
      // The observations go into the next statement; the log has other lines about the database.
      services.log({ level: 'info', event: 'insights-not-reported', ...describeError(error) }),
    )
  return traceLesson(sections, start, times)
}
