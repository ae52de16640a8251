import {
  type FacetClass,
  type Lesson,
  maskSection,
  type Section,
  slotSurroundings,
} from '../../../../lib/lesson/index.ts'
import { hasProse } from '../../../../lib/verify/index.ts'

/** A section, as far as its page has to know it to compute the key of a rewrite. */
export interface PageSection {
  readonly id: string
  /** SHA-256 of its source, which also tells whether the author changed it. */
  readonly hash: string
  readonly facets: FacetClass
  /** When it is re-told: in every language, only in another than its own, or never. */
  readonly retold: 'always' | 'translated' | 'never'
  /** Its heading stands as written in every language. */
  readonly headingStays?: true
  /** Absent where there are none. */
  readonly gaps?: MaskGaps
}

/** The slots in lists that have a blank line before them, or after them, in the masked text alone. */
export interface MaskGaps {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What a lesson's page knows of itself: the MDX module's export `palimpsest`, so `props.content.palimpsest` of a `DocItem`. */
export interface PageLesson {
  readonly slug: string
  readonly content_hash: string
  /** What its rewrites saw of the lesson beside their section. */
  readonly context_hash: string
  readonly language: string
  readonly locked: boolean
  /** In reading order. */
  readonly sections: readonly PageSection[]
  /** The shortcodes of its text with the emoji that the page shows for them; absent where there are none. */
  readonly emoji?: Readonly<Record<string, string>>
}

/** The part of a lesson that its page carries. Everything else stays on the server. */
export function pageLesson(
  { slug, content_hash, context_hash, language, locked, sections }: Lesson,
  emoji: Readonly<Record<string, string>> = {},
): PageLesson {
  const lesson = { slug, content_hash, context_hash, language, locked, sections: sections.map(pageSection) }
  return Object.keys(emoji).length > 0 ? { ...lesson, emoji } : lesson
}

function pageSection(section: Section): PageSection {
  const { id, hash, facets } = section
  const isRetold = (translating: boolean): boolean =>
    hasProse({ section, masked: maskSection(section, { translating }), translating })
  const retold = isRetold(false) ? 'always' : isRetold(true) ? 'translated' : 'never'
  const gaps = maskGaps(section)
  const headingStays = section.heading?.fixed ? ({ headingStays: true } as const) : {}
  return { id, hash, facets, retold, ...headingStays, ...(gaps === undefined ? {} : { gaps }) }
}

function maskGaps(section: Section): MaskGaps | undefined {
  const inLists = section.slots
    .map((slot) => ({ id: slot.id, ...slotSurroundings(section, slot) }))
    .filter(({ lineStart }) => /[^>\s]|^[>\s]*[ \t]{2}$/.test(lineStart))
  const before = inLists.filter(({ lineBefore }) => lineBefore !== '').map(({ id }) => id)
  const after = inLists.filter(({ textAfter }) => textAfter !== '').map(({ id }) => id)
  return before.length + after.length === 0 ? undefined : { before, after }
}
