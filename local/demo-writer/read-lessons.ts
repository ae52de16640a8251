import { readdir, readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { type GlossaryTerm, glossaryTermSchema, type Lesson, parseLesson } from '../../lib/lesson/index.ts'

const site = new URL('../../site/', import.meta.url)

/** Parses every lesson of the site, in the order of their slugs. */
export async function readLessons(): Promise<Lesson[]> {
  const glossary = await readGlossary()
  const names = (await readdir(new URL('docs/', site), { recursive: true })).filter((name) => /\.mdx?$/.test(name))
  return Promise.all(
    names.toSorted().map(async (name) =>
      parseLesson({
        slug: name.replace(/\.mdx?$/, ''),
        file: await readFile(new URL(`docs/${name}`, site), 'utf8'),
        language: 'en',
        glossary,
      }),
    ),
  )
}

/** Every term of the site's glossary. */
export async function readGlossary(): Promise<GlossaryTerm[]> {
  const file: unknown = JSON.parse(await readFile(new URL('glossary.json', site), 'utf8'))
  return v.parse(v.object({ terms: v.array(glossaryTermSchema) }), file).terms
}
