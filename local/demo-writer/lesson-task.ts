import type { Answers } from '../../lib/learner/answers.ts'
import { pickFacets } from '../../lib/learner/profile-keys.ts'
import type { Lesson, Section } from '../../lib/lesson/lesson.ts'
import { maskSection } from '../../lib/lesson/mask-section.ts'
import { buildPrompt } from '../../lib/rewrite/build-prompt.ts'
import { forYouSection } from '../../lib/rewrite/wire-events.ts'
import type { WritingTask as LessonTask } from '../../lib/rewrite/writing-task.ts'
import { readPrompt } from './read-prompt.ts'
import type { WritingTask } from './writing-task.ts'

/** Who reads, and how. */
export interface Choice extends Pick<LessonTask, 'dial' | 'take'> {
  readonly answers: Answers
}

/** The task of the product for one section of a lesson, for the tests: the verifier judges by it. */
export function buildLessonTask(lesson: Lesson, section: Section, { answers, dial, take }: Choice): LessonTask {
  const language = answers.preferred_language
  const translating = language !== lesson.language
  return {
    kind: section.id === forYouSection ? 'note' : 'section',
    section,
    masked: maskSection(section, { translating }),
    lesson: {
      title: lesson.title,
      language: lesson.language,
      outline: lesson.sections.flatMap(({ heading }) => heading?.text ?? []),
      glossary: lesson.glossary,
      source: lesson.sections.map(({ source }) => source).join('\n\n'),
    },
    facets: pickFacets(answers, section.facets),
    language,
    translating,
    dial,
    take,
  }
}

/** The same task the way it reaches the demo writer: through the product's own prompt. */
export function sendThroughPrompt(task: LessonTask): WritingTask {
  const { instructions, messages } = buildPrompt(task)
  const turns = messages.map(({ role, content }) => ({ role, text: content }))
  return readPrompt([{ role: 'system', text: instructions }, ...turns])
}
