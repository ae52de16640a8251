import type { Answers } from '../../lib/profile/answers.ts'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import type { GlossaryTerm, Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { planLesson, type SectionPlan, type ReadingChoice } from '../../lib/rewrite/plan-lesson.ts'
import type { WritingTask } from '../../lib/prompt/writing-task.ts'

export const learnerAnswers: Answers = {
  preferred_language: 'en',
  education_level: 'undergraduate',
  programming_experience: 'beginner',
  robotics_background: false,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}

/** Who reads, for the pure parts that no database is needed for. */
export async function aReadingChoice(answers: Partial<Answers> = {}): Promise<ReadingChoice> {
  const all = { ...learnerAnswers, ...answers }
  return {
    scope: 'published',
    answers: all,
    profileKeys: await buildProfileKeys(all),
    recipe: 'p1/test',
    level: 'as-is',
    variant: 0,
    choices: new Map(),
  }
}

/** The plan of a lesson of which nothing is cached. */
export const planUncached = async (lesson: Lesson, answers: Partial<Answers> = {}): Promise<SectionPlan[]> =>
  planLesson(lesson, await aReadingChoice(answers), [])

export interface TaskOptions {
  readonly answers?: Partial<Answers>
  readonly glossary?: readonly GlossaryTerm[]
  readonly tags?: readonly string[]
}

/** The task of writing the first section of some Markdown. */
export async function planTask(markdown: string, options: TaskOptions = {}): Promise<WritingTask> {
  const { answers = {}, glossary = [], tags = [] } = options
  const file = `---\ntags: [${tags.join(', ')}]\n---\n\n${markdown}`
  const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en', glossary })
  const [planned] = await planUncached(lesson, answers)
  if (planned === undefined) throw new Error('The lesson has no section')
  return planned.task
}
