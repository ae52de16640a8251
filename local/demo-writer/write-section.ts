import type { WritingTask } from './writing-task.ts'

/** Re-tells one section in the language of the lesson. */
export function writeSection(task: WritingTask): string {
  return task.section.text
}
