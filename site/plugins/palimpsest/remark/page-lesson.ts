import type { Lesson } from '../../../../lib/lesson/lesson.ts'

/** What a lesson's page knows of itself: the MDX module's export `palimpsest`, so `props.content.palimpsest` of a `DocItem`. */
export interface PageLesson {
  readonly slug: string
  readonly content_hash: string
  readonly language: string
  readonly locked: boolean
  readonly sections: readonly { readonly id: string; readonly words: number }[]
}

/** The part of a lesson that its page carries. Everything else stays on the server. */
export function pageLesson({ slug, content_hash, language, locked, sections }: Lesson): PageLesson {
  return { slug, content_hash, language, locked, sections: sections.map(({ id, words }) => ({ id, words })) }
}
