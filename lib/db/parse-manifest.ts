import * as v from 'valibot'
import { type Lesson, type LessonManifest, lessonManifestSchema, lessonSchema } from '../lesson/index.ts'

/** The lessons that a build wrote. One that is not as it should be does not stop the others. */
export interface ParsedManifest extends LessonManifest {
  /** A sentence for each lesson that was left out: which, at which heading, and why. */
  readonly refused: readonly string[]
}

/** Parses the lessons that a build wrote, or throws naming the first field that is not as it should be. */
export function parseManifest(json: unknown): ParsedManifest {
  const manifest = v.safeParse(lessonManifestSchema, json)
  if (!manifest.success) {
    const [issue] = manifest.issues
    throw new Error(`Cannot read the lessons of the build at "${v.getDotPath(issue) ?? ''}": ${issue.message}`)
  }
  const { version, lessons } = manifest.output
  const read = lessons.map((lesson) => ({ lesson, result: v.safeParse(lessonSchema, lesson) }))
  return {
    version,
    lessons: read.flatMap(({ result }): Lesson[] => (result.success ? [result.output] : [])),
    refused: read.flatMap(({ lesson, result }) => (result.success ? [] : [describeRefusal(lesson, result.issues[0])])),
  }
}

const namedSchema = v.object({ slug: v.string() })
const headedSchema = v.object({ heading: v.object({ text: v.string() }) })

function describeRefusal(lesson: unknown, issue: v.BaseIssue<unknown>): string {
  const slug = v.is(namedSchema, lesson) ? ` ${JSON.stringify(lesson.slug)}` : ''
  const section = issue.path?.map(({ value }): unknown => value).find((value) => v.is(headedSchema, value))
  const heading = v.is(headedSchema, section) ? `, heading ${JSON.stringify(section.heading.text)}` : ''
  return `Cannot publish lesson${slug}${heading}: "${v.getDotPath(issue) ?? ''}": ${issue.message}`
}
