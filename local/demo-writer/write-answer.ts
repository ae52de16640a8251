import { findSample } from './find-sample.ts'
import { writeNote } from './write-note.ts'
import { writeDemoSection } from './write-section.ts'
import type { DemoTask } from './writing-task.ts'

/**
 * Answers one prompt in masked Markdown. The demo writer cannot translate: without a hand-written sample it answers
 * with the author's text, which the verifier rejects as the wrong language.
 */
export async function writeAnswer(task: DemoTask): Promise<string> {
  if (task.task === 'note') return writeNote(task)
  const language = task.reader['preferred_language'] ?? task.lesson.language
  if (language === task.lesson.language) return writeDemoSection(task)
  return (await findSample(task.section, language)) ?? task.section.text
}
