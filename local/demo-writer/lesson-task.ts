import { type Answers, pickFacets } from '../../lib/profile/index.ts'
import type { Lesson, Section } from '../../lib/lesson/index.ts'
import { buildPrompt, type WritingTask as LessonTask } from '../../lib/prompt/index.ts'
import { buildStoredTask } from '../../lib/rewrite/index.ts'
import { readPrompt } from './read-prompt.ts'
import type { DemoTask } from './writing-task.ts'

/** The reader's answers and choices. */
export interface ReaderChoice extends Pick<LessonTask, 'level' | 'variant'> {
  readonly answers: Answers
}

/** The product's task for one section of a lesson, for tests that use the verifier. */
export const buildLessonTask = (
  lesson: Lesson,
  section: Section,
  { answers, level, variant }: ReaderChoice,
): LessonTask => ({
  ...buildStoredTask(section, lesson, { language: answers.preferred_language, level, variant }),
  facets: pickFacets(answers, section.facets),
})

/** The same task as the demo writer gets it: through the product's own prompt. */
export function sendThroughPrompt(task: LessonTask): DemoTask {
  const { instructions, messages } = buildPrompt(task)
  const turns = messages.map(({ role, content }) => ({ role, text: content }))
  return readPrompt([{ role: 'system', text: instructions }, ...turns])
}
