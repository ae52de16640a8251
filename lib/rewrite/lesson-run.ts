import type { SectionBlock, WireEvent } from '../contract/index.ts'
import type { Limiter, RateListener } from '../llm/index.ts'
import type { QuotaSubject } from '../quota/index.ts'
import type { Form } from './form-text.ts'

/** What one request for a lesson carries through all its steps. Deadlines are in the clock's milliseconds. */
export interface LessonRun {
  readonly lessonSlug: string
  readonly recipe: string
  readonly form: Form
  /** Whose quota its tokens count towards. */
  readonly subject: QuotaSubject
  /** When waiting for other writers ends. */
  readonly waitDeadline: number
  /** When every model call must have ended. */
  readonly workDeadline: number
  /** Shows an event to whoever is still reading. */
  readonly send: (event: WireEvent) => void
}

/** The same for one section, among the others of its lesson. */
export interface SectionRun extends Omit<LessonRun, 'form' | 'send'> {
  readonly limiters: SectionLimiters
  /** Called with how the provider takes the calls. */
  readonly rate?: RateListener | undefined
  /** Shows one finished and checked block. */
  readonly show: (block: SectionBlock) => void
}

/** Sections that are written, and sections that wait for others, do not hold each other up. */
export interface SectionLimiters {
  readonly write: Limiter
  readonly wait: Limiter
}
