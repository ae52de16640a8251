/**
 * The shapes of a lesson after it has been split: what the site's plugin writes into the manifest, what is
 * published to the database, and what the API plans, masks and restores. Offsets are UTF-16 code units.
 */

/** What a slot holds. `hidden` slots show nothing: imports, comments, link and footnote definitions. */
export type SlotKind =
  | 'code'
  | 'math'
  | 'diagram'
  | 'image'
  | 'component'
  | 'html'
  | 'rule'
  | 'admonition'
  | 'locked'
  | 'heading'
  | 'footnote'
  | 'link'
  | 'hidden'

/** A part of a section's body that no model may change. */
export interface Slot {
  /** `k1`, `k2`, … counted within the section in document order: first the slots that show, then the hidden ones. */
  readonly id: string
  readonly kind: SlotKind
  /** `block` slots are alone on a line of the masked text, `inline` slots inside a sentence. */
  readonly placement: 'block' | 'inline'
  /** Offsets in `Section.source`. */
  readonly start: number
  readonly end: number
  /** Id of the warning/danger admonition around it: this slot counts only when that admonition is opened for translation. */
  readonly within?: string
}

/** A link whose text may be rewritten and whose target may not. */
export interface LessonLink {
  /** 1, 2, … in document order within the section; written as `](link:N)` in the masked text. */
  readonly number: number
  /** Offsets in `Section.source` of everything from the `]` that ends the text to the end of the link. */
  readonly start: number
  readonly end: number
  /** The target as the author wrote it, for example `./sensors.md#imu`. */
  readonly target: string
  /** As in `Slot.within`. */
  readonly within?: string
}

/** Which facets a section depends on: each class has its own profile key. */
export type FacetClass = 'prose' | 'prose+code' | 'prose+ai' | 'prose+code+ai' | 'note'

/** A section's heading, without its id. */
export interface Heading {
  /** Its plain text. */
  readonly text: string
  readonly depth: number
  /**
   * Its Markdown with `[text](link:1)` for each link, which is what gets translated. Absent if it equals the plain
   * text.
   */
  readonly markdown?: string
  /** The end of each link in the source, from its `]` on; `link:1` refers to the first. */
  readonly linkEnds?: readonly string[]
  /** True if it has a formula, an image or another slot: it is then never translated. */
  readonly fixed?: boolean
}

/** The run of content under one h2/h3 heading (or before the first): the unit of rewriting and caching. */
export interface Section {
  /**
   * The heading's anchor; `_opening` before the first heading; `~1` where the anchor is empty (`section-id.ts`); `anchor~2`,
   * `anchor~3` for the later parts of a long section.
   */
  readonly id: string
  /** Null for the opening and for later parts. */
  readonly heading: Heading | null
  /** The section's own Markdown, heading line included, without trailing white space. */
  readonly source: string
  /** SHA-256 (hex) of `source`; its position plays no part. */
  readonly hash: string
  /**
   * Offsets in `source` of what may be rewritten: without the heading, the page's title and what is hidden at either end.
   * Empty, at the end of `source`, in a section that shows nothing below its heading.
   */
  readonly body: { readonly start: number; readonly end: number }
  /** In document order. */
  readonly slots: readonly Slot[]
  readonly links: readonly LessonLink[]
  /**
   * Words of prose in the body, outside all slots, warnings included. With 0, the section is never rewritten in its own
   * language; a translation may still have a warning to translate.
   */
  readonly words: number
  readonly facets: FacetClass
}

/** One term of the glossary, in each language the site has. */
export interface GlossaryTerm {
  readonly term: string
  readonly aliases: readonly string[]
  /** One plain sentence, by language code. */
  readonly plain: Readonly<Record<string, string>>
  /** One everyday comparison, by language code. */
  readonly comparison: Readonly<Record<string, string>>
}

/** One published version of a lesson. */
export interface Lesson {
  /** The doc's path below the docs folder, for example `foundations/physical-ai`. */
  readonly slug: string
  readonly title: string
  readonly description: string
  /** `en`, `ur`, …: the language the author wrote in. */
  readonly language: string
  readonly tags: readonly string[]
  /** `lock` in the front matter: shown, but never rewritten. */
  readonly locked: boolean
  /** SHA-256 (hex) of the normalised source: LF, trimmed, no front matter. */
  readonly content_hash: string
  /** Hash of what a prompt shows of the lesson besides the section; see `hashContext`. */
  readonly context_hash: string
  readonly sections: readonly Section[]
  /** The glossary's terms that occur in this lesson. */
  readonly glossary: readonly GlossaryTerm[]
}

/** What the site's build passes to `npm run lessons publish`. */
export interface LessonManifest {
  readonly version: 1
  readonly lessons: readonly Lesson[]
}
