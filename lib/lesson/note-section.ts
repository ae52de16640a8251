import { hashText } from '../text/index.ts'
import type { Lesson, Section } from './lesson.ts'

/** The id of the opening note *For you*, which is planned, written and cached like a section. */
export const forYouSection = 'for-you'

/**
 * The opening note *For you*, planned and cached like a section. Its source is the lesson's title, description and
 * outline, so that only a change of these writes it anew.
 */
export async function buildNoteSection(lesson: Pick<Lesson, 'title' | 'description' | 'sections'>): Promise<Section> {
  const headings = lesson.sections.flatMap((section) => section.heading?.text ?? [])
  const source = [lesson.title, lesson.description, ...headings.map((heading) => `- ${heading}`)].join('\n')
  return {
    id: forYouSection,
    heading: null,
    source,
    hash: await hashText(`note\n${source}`),
    body: { start: 0, end: source.length },
    slots: [],
    links: [],
    words: 1,
    facets: 'note',
  }
}
