import { glob, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { GlossaryTerm, Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'

const docs = join(import.meta.dirname, '../../site/docs')

/** Every lesson of the site, as its build reads it. */
export async function readSiteLessons(): Promise<Lesson[]> {
  const { terms } = JSON.parse(await readFile(join(docs, '../glossary.json'), 'utf8')) as { terms: GlossaryTerm[] }
  const lessons: Lesson[] = []
  for await (const path of glob(join(docs, '**/*.{md,mdx}'))) {
    const slug = relative(docs, path).replace(/\.mdx?$/, '')
    lessons.push(await parseLesson({ slug, file: await readFile(path, 'utf8'), language: 'en', glossary: terms }))
  }
  return lessons.toSorted((a, b) => a.slug.localeCompare(b.slug))
}
