import { type Lesson, maskSection, type Section, slotSurroundings } from '../../../../lib/lesson/index.ts'
import { hasProse } from '../../../../lib/verify/index.ts'
import type { MaskGaps, PageLesson, PageSection } from '../lesson/page-lesson.ts'

/** The part of a lesson that its page carries. Everything else stays on the server. */
export function buildPageLesson(
  { slug, content_hash, context_hash, language, locked, sections }: Lesson,
  emoji: Readonly<Record<string, string>> = {},
): PageLesson {
  const lesson = { slug, content_hash, context_hash, language, locked, sections: sections.map(pageSection) }
  return Object.keys(emoji).length > 0 ? { ...lesson, emoji } : lesson
}

function pageSection(section: Section): PageSection {
  const { id, hash, facets } = section
  const isRewritten = (translating: boolean): boolean =>
    hasProse({ section, masked: maskSection(section, { translating }), translating })
  const rewritten = isRewritten(false) ? 'always' : isRewritten(true) ? 'translated' : 'never'
  const gaps = maskGaps(section)
  const headingStays = section.heading?.fixed ? ({ headingStays: true } as const) : {}
  return { id, hash, facets, rewritten, ...headingStays, ...(gaps === undefined ? {} : { gaps }) }
}

function maskGaps(section: Section): MaskGaps | undefined {
  const inLists = section.slots
    .map((slot) => ({ id: slot.id, ...slotSurroundings(section, slot) }))
    .filter(({ lineStart }) => /[^>\s]|^[>\s]*[ \t]{2}$/.test(lineStart))
  const before = inLists.filter(({ lineBefore }) => lineBefore !== '').map(({ id }) => id)
  const after = inLists.filter(({ textAfter }) => textAfter !== '').map(({ id }) => id)
  return before.length + after.length === 0 ? undefined : { before, after }
}
