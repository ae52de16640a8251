import { hashText } from '../text/index.ts'
import type { GlossaryTerm, Lesson } from './lesson.ts'

/**
 * The hash of what a prompt shows of the lesson besides the section: its title, language and glossary. SHA-256, hex.
 * Sections with equal source get separate rewrites where it differs. The outline is left out, so that moving a section,
 * or adding one next to it, does not rewrite it.
 */
export const hashContext = ({
  title,
  language,
  glossary,
}: Pick<Lesson, 'title' | 'language' | 'glossary'>): Promise<string> =>
  hashText(JSON.stringify([title, language, glossary.map(listTerm)]))

/** A term with its languages in a fixed order. */
const listTerm = ({ term, aliases, plain, comparison }: GlossaryTerm): unknown[] => [
  term,
  aliases,
  listTexts(plain),
  listTexts(comparison),
]

const listTexts = (texts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1))
