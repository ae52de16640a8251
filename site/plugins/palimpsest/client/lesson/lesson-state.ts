import type { LessonStart, OriginalReason, Proof } from '../../../../../lib/rewrite/wire-events.ts'

/**
 * Where a section stands: `pending` (asked for, nothing yet), `arriving` (blocks come in), `rewritten`, or `kept` as the
 * author wrote it.
 */
export type SectionPhase = 'pending' | 'arriving' | 'rewritten' | 'kept'

export interface SectionState {
  readonly phase: SectionPhase
  /** The rewrite so far, in masked Markdown. */
  readonly blocks: readonly string[]
  /** The translated heading, where there is one. */
  readonly heading?: string | undefined
  /** Why the author's text stands. */
  readonly reason?: OriginalReason | undefined
  readonly proof: Proof | null
  /** The reader asked to see the author's text of this section. */
  readonly peeked: boolean
}

/** What went wrong, for the reader. */
export interface Trouble {
  readonly code: string
  readonly message: string
  readonly retryable: boolean
}

/** Everything that the personalized view of one lesson shows. */
export interface LessonState {
  readonly phase: 'planning' | 'streaming' | 'done' | 'failed'
  /** In reading order; the opening note first, once it is known. */
  readonly order: readonly { readonly id: string; readonly heading: string | null }[]
  readonly sections: Readonly<Record<string, SectionState>>
  readonly model?: LessonStart['model'] | undefined
  /** The language that is written in. */
  readonly language?: string | undefined
  readonly trouble?: Trouble | undefined
}

export const pendingSection: SectionState = { phase: 'pending', blocks: [], proof: null, peeked: false }

export const askingLesson: LessonState = { phase: 'planning', order: [], sections: {} }

export function isSettled(section: SectionState | undefined): boolean {
  return section?.phase === 'rewritten' || section?.phase === 'kept'
}
