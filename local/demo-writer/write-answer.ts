import { writeSection } from './write-section.ts'
import type { WritingTask } from './writing-task.ts'

/** Answers one prompt in masked Markdown. */
export async function writeAnswer(task: WritingTask): Promise<string> {
  return writeSection(task)
}
