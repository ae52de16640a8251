import type { SectionBlock, WireEvent } from '../contract/index.ts'
import type { Limiter, RateListener } from '../llm/index.ts'
import type { QuotaSubject } from '../quota/index.ts'
import type { Form } from './form-text.ts'

/** The values that one request for a lesson passes through all its steps. Deadlines are in the clock's milliseconds. */
export interface LessonRun {
  readonly lessonSlug: string
  readonly recipe: string
  readonly form: Form
  /** Whose quota its tokens count towards. */
  readonly subject: QuotaSubject
  /** When to stop waiting for other writers. */
  readonly waitDeadline: number
  /** By when every model call must have ended. */
  readonly workDeadline: number
  /** Sends an event to the reader, if still there. */
  readonly send: (event: WireEvent) => void
}

/** The same values for one section of the lesson. */
export interface SectionRun extends Omit<LessonRun, 'form' | 'send'> {
  readonly limiters: SectionLimiters
  /** Called with how the provider responds to calls. */
  readonly rate?: RateListener | undefined
  /** Shows one finished and verified block. */
  readonly show: (block: SectionBlock) => void
}

/**
 * Separate limits for sections that are written and for sections that wait for others, so that neither delays the
 * other.
 */
export interface SectionLimiters {
  readonly write: Limiter
  readonly wait: Limiter
}
