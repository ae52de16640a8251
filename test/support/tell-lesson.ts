import type { Answers } from '../../lib/profile/answers.ts'
import type { Lesson, Section } from '../../lib/lesson/lesson.ts'
import { buildNoteSection } from '../../lib/lesson/note-section.ts'
import { splitHeading } from '../../lib/verify/reading/candidate.ts'
import { buildLessonTask, sendThroughPrompt } from '../../local/demo-writer/lesson-task.ts'
import { writeAnswer } from '../../local/demo-writer/write-answer.ts'
import { newcomer } from './newcomer.ts'

/** A section as it is told: masked Markdown, and its heading where that is translated. */
interface ToldSection {
  readonly markdown: string
  readonly heading?: string | undefined
}

/** A lesson as it is told in one language. */
export interface Telling {
  readonly language: Answers['preferred_language']
  /** By section id, the note among them. */
  readonly sections: ReadonlyMap<string, ToldSection>
}

/** Has the demo writer tell a lesson to a newcomer: no model, no server, the same words each time. */
export async function tellLesson(lesson: Lesson, language: Answers['preferred_language']): Promise<Telling> {
  const answers = { ...newcomer, preferred_language: language }
  const tell = async (section: Section): Promise<[string, ToldSection]> => {
    const task = buildLessonTask(lesson, section, { answers, level: 'as-is', variant: 0 })
    const text = await writeAnswer(sendThroughPrompt(task))
    if (!task.translating || section.heading === null) return [section.id, { markdown: text }]
    const { heading, rest } = splitHeading(text)
    return [section.id, { heading, markdown: rest }]
  }
  const sections = [await buildNoteSection(lesson), ...lesson.sections]
  return { language, sections: new Map(await Promise.all(sections.map(tell))) }
}
