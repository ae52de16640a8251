import type { Lesson } from '../../../../lib/lesson/lesson.ts'

/** What a lesson's page knows of itself: the MDX module's export `palimpsest`, so `props.content.palimpsest` of a `DocItem`. */
export interface PageLesson {
  readonly slug: string
  readonly content_hash: string
  readonly language: string
  readonly locked: boolean
  /** In reading order; `hash` is the beginning of the section's hash, enough to tell whether the author changed it. */
  readonly sections: readonly { readonly id: string; readonly hash: string }[]
}

/** Hex digits of a section's hash that its page carries: 48 bits tell the versions of one lesson apart. */
const hashDigits = 12

/** The part of a lesson that its page carries. Everything else stays on the server. */
export function pageLesson({ slug, content_hash, language, locked, sections }: Lesson): PageLesson {
  const onPage = sections.map(({ id, hash }) => ({ id, hash: hash.slice(0, hashDigits) }))
  return { slug, content_hash, language, locked, sections: onPage }
}
