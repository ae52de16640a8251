import * as v from 'valibot'
import { lessonManifestSchema } from '../lesson/lesson-schema.ts'
import type { LessonManifest } from '../lesson/lesson.ts'

/** Parses the lessons that a build wrote, or throws naming the first field that is not as it should be. */
export function parseManifest(json: unknown): LessonManifest {
  const result = v.safeParse(lessonManifestSchema, json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`Cannot read the lessons of the build at "${v.getDotPath(issue) ?? ''}": ${issue.message}`)
}
