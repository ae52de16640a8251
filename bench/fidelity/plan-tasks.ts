import { type Answers, buildProfileKeys } from '../../lib/profile/index.ts'
import { buildNoteSection, type Lesson } from '../../lib/lesson/index.ts'
import type { Level } from '../../lib/contract/index.ts'
import { planLesson } from '../../lib/rewrite/index.ts'
import type { WritingTask } from '../../lib/prompt/index.ts'

/** For whom a lesson is rewritten. */
export interface LessonReader {
  readonly answers: Answers
  readonly level: Level
}

/** The tasks of a lesson, the opening note first: one for each section that a model would be asked to write. */
export async function planTasks(lesson: Lesson, { answers, level }: LessonReader): Promise<WritingTask[]> {
  const published = { ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] }
  const profileKeys = await buildProfileKeys(answers)
  const plan = await planLesson(
    published,
    { scope: 'published', answers, profileKeys, level, variant: 0, choices: new Map(), recipe: 'fidelity' },
    [],
  )
  return plan.filter(({ state }) => state === 'writing').map(({ task }) => task)
}
