import type {
  Level,
  LessonProof,
  LessonStart,
  OriginalReason,
  Proof,
  Variant,
} from '../../../../../lib/contract/index.ts'

/**
 * The state of a section: `pending` (asked for, nothing yet), `waiting` (another request is writing it, perhaps this reader's own
 * before a reload), `arriving` (blocks come in), `rewritten`, `original` (not rewritten, see `reason`), or `changed` (the author
 * changed it after the version on this device was written, so the original is shown).
 */
export type SectionPhase = 'pending' | 'waiting' | 'arriving' | 'rewritten' | 'original' | 'changed'

/** What went wrong, for the reader. */
export interface LessonError {
  readonly code: string
  readonly message: string
  readonly retryable: boolean
  /** When the server says that another try makes sense. */
  readonly retryAfterSeconds?: number | undefined
}

export interface SectionState {
  readonly phase: SectionPhase
  /** The rewrite so far, in masked Markdown. */
  readonly blocks: readonly string[]
  /** The translated heading, where there is one. */
  readonly heading?: string | undefined
  /** Why the original is shown. */
  readonly reason?: OriginalReason | undefined
  readonly proof: Proof | null
  /** The rewrite's cache key; null where there is no rewrite, or none that is known by a key. */
  readonly key: string | null
  /** When the rewrite was written, ISO 8601. */
  readonly writtenAt: string | null
  /** The ids of the questions that this section depends on. */
  readonly facets: readonly string[]
  readonly level: Level
  readonly variant: Variant
  /** The reader asked to see the author's text of this section. */
  readonly originalShown: boolean
  /** A new rewrite of this section is on its way; the old one stays until it is complete. */
  readonly rewriting: boolean
  /** Why the last new rewrite did not come; the old one stays. */
  readonly rewritingError?: LessonError | undefined
}

/**
 * Everything that the personalized view of one lesson shows. `resuming`: the connection broke off, and the page asks
 * again by itself; `failed`: it no longer does.
 */
export interface LessonState {
  readonly phase: 'planning' | 'streaming' | 'resuming' | 'done' | 'failed'
  /** In reading order; the opening note first, once it is known. */
  readonly order: readonly { readonly id: string; readonly heading: string | null }[]
  readonly sections: Readonly<Record<string, SectionState>>
  readonly model?: LessonStart['model'] | undefined
  readonly recipe?: string | undefined
  /** The language that is written in. */
  readonly language?: string | undefined
  /** When the newest of it was brought together, ISO 8601. */
  readonly generatedAt?: string | undefined
  /** The proofs of the rewritten sections, added up; there once the lesson is done. */
  readonly proof?: LessonProof | undefined
  /** Key of the finished version that it came from, until the server knows that it is being read. */
  readonly found?: string | undefined
  /** Where what is shown came from: `this-device` needs no network. */
  readonly from: 'server' | 'this-device'
  /** The sections that the author changed since this was written for the reader, in reading order. */
  readonly changed: readonly string[]
  readonly error?: LessonError | undefined
}

export const pendingSection: SectionState = {
  phase: 'pending',
  blocks: [],
  proof: null,
  key: null,
  writtenAt: null,
  facets: [],
  level: 'as-is',
  variant: 0,
  originalShown: false,
  rewriting: false,
}

export const askingLesson: LessonState = { phase: 'planning', order: [], sections: {}, from: 'server', changed: [] }

/** Nothing is being asked for: the lesson is here, or the page has given up. */
export function isAtRest({ phase }: LessonState): boolean {
  return phase === 'done' || phase === 'failed'
}

/** Nothing more is awaited for this section. */
export function isResolved(section: SectionState | undefined): boolean {
  return section?.phase === 'rewritten' || section?.phase === 'original' || section?.phase === 'changed'
}
