import type { Answers } from '../../lib/profile/answers.ts'
import type { Lesson, Section } from '../../lib/lesson/lesson.ts'
import { buildNoteSection } from '../../lib/lesson/note-section.ts'
import { splitHeading } from '../../lib/verify/reading/candidate.ts'
import { buildLessonTask, sendThroughPrompt } from '../../local/demo-writer/lesson-task.ts'
import { writeAnswer } from '../../local/demo-writer/write-answer.ts'
import { newcomer } from './newcomer.ts'

/** A section as it is rewritten: masked Markdown, and its heading where that is translated. */
interface RewrittenSection {
  readonly markdown: string
  readonly heading?: string | undefined
}

/** A lesson as it is rewritten in one language. */
export interface LessonVersion {
  readonly language: Answers['preferred_language']
  /** By section id, the note among them. */
  readonly sections: ReadonlyMap<string, RewrittenSection>
}

/** Has the demo writer rewrite a lesson for a newcomer: no model, no server, the same words each time. */
export async function writeVersion(lesson: Lesson, language: Answers['preferred_language']): Promise<LessonVersion> {
  const answers = { ...newcomer, preferred_language: language }
  const rewrite = async (section: Section): Promise<[string, RewrittenSection]> => {
    const task = buildLessonTask(lesson, section, { answers, level: 'as-is', variant: 0 })
    const text = await writeAnswer(sendThroughPrompt(task))
    if (!task.translating || section.heading === null) return [section.id, { markdown: text }]
    const { heading, rest } = splitHeading(text)
    return [section.id, { heading, markdown: rest }]
  }
  const sections = [await buildNoteSection(lesson), ...lesson.sections]
  return { language, sections: new Map(await Promise.all(sections.map(rewrite))) }
}
