import { buildNoteSection, type Lesson } from '../../lib/lesson/index.ts'
import { readManifest } from '../read-manifest.ts'

/** The lessons of a build as publishing stores them: each with its opening note. */
export async function readBuiltLessons(manifestPath: string): Promise<Lesson[]> {
  const { lessons } = await readManifest(manifestPath)
  return Promise.all(
    lessons.map(async (lesson) => ({ ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] })),
  )
}
