import type { Answers } from '../profile/index.ts'
import type { GlossaryTerm, MaskedSection, Section } from '../lesson/index.ts'
import type { Level, Variant } from '../contract/index.ts'

/** Everything that writing and judging one section depend on; a plain value. */
export interface WritingTask {
  /** The opening note *For you* follows other rules than a section. */
  readonly kind: 'section' | 'note'
  readonly section: Section
  readonly masked: MaskedSection
  readonly lesson: LessonContext
  /**
   * The author's text in the prompt, in which a name may be looked up; nothing more, so that a verdict depends on the
   * key alone.
   */
  readonly shown: string
  /** Only the facets that this section depends on. */
  readonly facets: Partial<Answers>
  /** The language to write in. */
  readonly language: string
  /** True if that is not the lesson's own language. */
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
