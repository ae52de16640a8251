import type { Level, SectionChoices } from '../contract/index.ts'
import type { DatedObservation } from '../insights/index.ts'
import type { QuotaSubject } from '../quota/index.ts'

/** What a request wants to read. */
export interface ReadingQuery {
  readonly userId: string
  readonly slug: string
  /** Hash of a published version; the current one if undefined. */
  readonly contentHash: string | undefined
  readonly recipe: string
  readonly level: Level
  readonly choices: SectionChoices
  /** Whether to record that the learner was given this version, if others were given it before. */
  readonly remember: boolean
  /** Key of the version that the learner already has; if undefined, the one cached for this reading. */
  readonly version?: string | undefined
  /** Whose quota the request counts towards. */
  readonly subject: QuotaSubject
  /** Observations of this process that are not reported yet; counted in the same statement. */
  readonly observations: readonly DatedObservation[]
}
