import type { Answers } from '../profile/index.ts'
import type { GlossaryTerm, MaskedSection, Section } from '../lesson/index.ts'
import type { Level, Variant } from '../contract/index.ts'

/** Everything that the writing and the judging of one section depend on; a value, no dependencies. */
export interface WritingTask {
  /** The opening note *For you* is written to other rules than a section. */
  readonly kind: 'section' | 'note'
  readonly section: Section
  readonly masked: MaskedSection
  readonly lesson: LessonContext
  /** The author's words that the writer is shown, in which a name may be looked up: never more, so that a verdict depends on nothing but the key. */
  readonly shown: string
  /** Only the facets that matter to this section. */
  readonly facets: Partial<Answers>
  /** The language to write in. */
  readonly language: string
  /** True when that is not the lesson's own. */
  readonly translating: boolean
  readonly level: Level
  readonly variant: Variant
}

/** What all sections of a lesson share. */
export interface LessonContext {
  readonly title: string
  readonly language: string
  readonly outline: readonly string[]
  readonly glossary: readonly GlossaryTerm[]
}
