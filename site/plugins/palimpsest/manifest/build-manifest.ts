import { readFile } from 'node:fs/promises'
import {
  type GlossaryTerm,
  type Lesson,
  type LessonManifest,
  normaliseSource,
  parseLesson,
} from '../../../../lib/lesson/index.ts'
import { lessonSlug } from '../lesson/lesson-slug.ts'

/** What the manifest is built from. */
export interface ManifestSources {
  /** Absolute path of the folder with the lessons. */
  readonly folder: string
  readonly docs: readonly LessonDoc[]
  readonly language: string
  readonly glossary: readonly GlossaryTerm[]
}

/** A doc as Docusaurus read it. */
export interface LessonDoc {
  /** Absolute path. */
  readonly file: string
  readonly title: string
  readonly description: string
}

/** Splits every lesson of the site for publishing, in the order of their slugs. */
export async function buildManifest(sources: ManifestSources): Promise<LessonManifest> {
  const lessons = await Promise.all(sources.docs.map((doc) => readLesson(doc, sources)))
  return {
    version: 1,
    lessons: lessons.filter((lesson) => lesson !== undefined).toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  }
}

/** A doc with `palimpsest: false` is no lesson. */
async function readLesson(doc: LessonDoc, sources: ManifestSources): Promise<Lesson | undefined> {
  const { folder, language, glossary } = sources
  const slug = lessonSlug(folder, doc.file)
  const file = await readFile(doc.file, 'utf8')
  if (slug === undefined || normaliseSource(file).frontMatter['palimpsest'] === false) return undefined
  const lesson = await parseLesson({ slug, file, language, title: doc.title, glossary })
  return { ...lesson, description: lesson.description || doc.description }
}
