import type { LessonRun } from './lesson-run.ts'
import type { RewriteServices } from './services.ts'

/** In fewer milliseconds than this no model call can be expected to end: its first text alone may take 20 s. */
export const callMillisecondsMin = 25_000

/** How many milliseconds a model call that begins now may last. */
export const timeLeft = (
  { workDeadline }: Pick<LessonRun, 'workDeadline'>,
  { now }: Pick<RewriteServices, 'now'>,
): number => workDeadline - now()
