import type { WritingTask } from '../../lib/prompt/index.ts'
import { verifyRewrite } from '../../lib/verify/index.ts'
import { learnerAnswers } from '../../test/support/plan-task.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import type { GoodRewrite } from './good-rewrites.ts'
import { planTasks } from './plan-tasks.ts'

/** A text that the verifier accepts, into which faults are injected. */
export interface Base {
  readonly path: string
  readonly task: WritingTask
  readonly text: string
}

/** The good rewrites that are accepted, and every section as its author wrote it. */
export async function readBases(rewrites: readonly GoodRewrite[]): Promise<Record<'rewritten' | 'asWritten', Base[]>> {
  const asWritten: Base[] = []
  for (const lesson of await readSiteLessons())
    for (const task of await planTasks(lesson, { answers: learnerAnswers, level: 'as-is' }))
      if (task.kind === 'section')
        asWritten.push({ path: `${lesson.slug}#${task.section.id}`, task, text: task.masked.text })
  return { rewritten: rewrites.filter(({ text, task }) => verifyRewrite(text, task).accepted), asWritten }
}
