import type { Answers } from '../../lib/learner/answers.ts'
import { buildProfileKeys } from '../../lib/learner/profile-keys.ts'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import type { Dial } from '../../lib/rewrite/dial.ts'
import { buildNoteSection } from '../../lib/rewrite/note-section.ts'
import { planLesson } from '../../lib/rewrite/plan-lesson.ts'
import type { WritingTask } from '../../lib/rewrite/writing-task.ts'

/** For whom a lesson is re-told. */
export interface Telling {
  readonly answers: Answers
  readonly dial: Dial
}

/** The tasks of a lesson, the opening note first: one for each section that a model would be asked to write. */
export async function planTasks(lesson: Lesson, { answers, dial }: Telling): Promise<WritingTask[]> {
  const published = { ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] }
  const profileKeys = await buildProfileKeys(answers)
  const plan = await planLesson(
    published,
    { scope: 'published', answers, profileKeys, dial, take: 0, choices: new Map(), recipe: 'fidelity' },
    [],
  )
  return plan.filter(({ state }) => state === 'writing').map(({ task }) => task)
}
