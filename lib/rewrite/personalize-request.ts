import type { Level, SectionChoices } from '../contract/index.ts'
import type { Lesson } from '../lesson/index.ts'
import type { QuotaSubject } from '../quota/index.ts'
import type { Form } from './form-text.ts'

/** A checked request for a personalized lesson. */
export interface PersonalizeRequest {
  readonly userId: string
  readonly slug: string
  /** The version that is asked for; the current one when undefined. */
  readonly contentHash: string | undefined
  /** The lesson's Markdown, when the caller sent it. */
  readonly originalContent: string | undefined
  /** Parses that text where nobody published it: there with an integrator's key, which `findReading` checks. */
  readonly parseOriginal?: (() => Promise<Lesson>) | undefined
  /** Only these sections; all when undefined. */
  readonly sections: readonly string[] | undefined
  /** Key of the finished version that the reader has of the other sections. */
  readonly version?: string | undefined
  readonly level: Level
  readonly choices: SectionChoices
  readonly form: Form
  /** Whose quota it counts towards. */
  readonly subject: QuotaSubject
}
