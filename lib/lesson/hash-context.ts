import { hashText } from './hash-text.ts'
import type { GlossaryTerm, Lesson } from './lesson.ts'

/**
 * The hash of what a prompt shows of a lesson beside the section itself: title, language, outline and glossary. SHA-256, hex.
 * Two sections with the same source are rewritten apart where it differs: design.md §7.
 */
export function hashContext({
  title,
  language,
  glossary,
  sections,
}: Pick<Lesson, 'title' | 'language' | 'glossary' | 'sections'>): Promise<string> {
  const outline = sections.flatMap(({ heading }) => heading?.text ?? [])
  return hashText(JSON.stringify([title, language, outline, glossary.map(listTerm)]))
}

/** A term in one order, whatever order its languages are stored in. */
const listTerm = ({ term, aliases, plain, comparison }: GlossaryTerm): unknown[] => [
  term,
  aliases,
  listTexts(plain),
  listTexts(comparison),
]

const listTexts = (texts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1))
