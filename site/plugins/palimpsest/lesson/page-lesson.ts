import type { FacetClass } from '../../../../lib/lesson/index.ts'

/** A section, as far as its page has to know it to compute the key of a rewrite. */
export interface PageSection {
  readonly id: string
  /** SHA-256 of its source, which also shows whether the author changed it. */
  readonly hash: string
  readonly facets: FacetClass
  /** When it is rewritten: in every language, only in another than its own, or never. */
  readonly rewritten: 'always' | 'translated' | 'never'
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
