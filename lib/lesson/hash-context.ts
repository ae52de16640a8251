import { hashText } from '../text/index.ts'
import type { GlossaryTerm, Lesson } from './lesson.ts'

/**
 * The hash of what a rewrite rests on beside the section itself: the lesson's title, language and glossary. SHA-256, hex. Two
 * sections with the same source are rewritten apart where it differs. The outline is no part of it: a section that is
 * moved, or gets a new neighbour, is not written again.
 */
export const hashContext = ({
  title,
  language,
  glossary,
}: Pick<Lesson, 'title' | 'language' | 'glossary'>): Promise<string> =>
  hashText(JSON.stringify([title, language, glossary.map(listTerm)]))

/** A term in one order, whatever order its languages are stored in. */
const listTerm = ({ term, aliases, plain, comparison }: GlossaryTerm): unknown[] => [
  term,
  aliases,
  listTexts(plain),
  listTexts(comparison),
]

const listTexts = (texts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1))
