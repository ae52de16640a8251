import { type Lesson, parseLesson } from '../../lib/lesson/index.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'

/** The book's sections of a usual length, in words of prose. */
const usualWords = { least: 120, most: 320 }

const sources = (await readSiteLessons()).flatMap(({ sections }) =>
  sections.filter(isUsual).map(({ source }) => source.slice(source.indexOf('\n'))),
)

function isUsual({ words, source, heading }: Lesson['sections'][number]): boolean {
  const plain = heading !== null && !/\]\(\.|\[\^|^import |<|\]\[/m.test(source)
  return plain && words >= usualWords.least && words <= usualWords.most
}

/**
 * A lesson of so many sections that are the book's own, from its beginning. Where the book has fewer, its sections come
 * again under other headings. `edition` distinguishes lessons of the same length.
 */
export function composeLesson(sectionCount: number, edition = 'a'): Promise<Lesson> {
  const sections = Array.from(
    { length: sectionCount },
    (_, index) => `## Part ${index + 1}, edition ${edition}\n${sources[index % sources.length] ?? ''}`,
  )
  const file = `---\ntitle: A lesson of ${sectionCount} sections\ndescription: Made of the book's sections.\n---\n\n${sections.join('\n\n')}\n`
  return parseLesson({ slug: `bench/${sectionCount}-${edition}`, file, language: 'en' })
}
