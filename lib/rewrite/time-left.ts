import type { LessonRun } from './lesson-run.ts'
import type { RewriteServices } from './services.ts'

/** No model call is started with fewer milliseconds left than this: its first text alone may take 20 s. */
export const callMillisecondsMin = 25_000

/** How many milliseconds a model call may last from now on. */
export const timeLeft = (
  { workDeadline }: Pick<LessonRun, 'workDeadline'>,
  { now }: Pick<RewriteServices, 'now'>,
): number => workDeadline - now()
