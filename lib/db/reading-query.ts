import type { Level, SectionChoices } from '../contract/index.ts'
import type { DatedObservation } from '../insights/index.ts'
import type { QuotaSubject } from '../quota/index.ts'

/** What a request asks to read. */
export interface ReadingQuery {
  readonly userId: string
  readonly slug: string
  /** A published version; the current one when undefined. */
  readonly contentHash: string | undefined
  readonly recipe: string
  readonly level: Level
  readonly choices: SectionChoices
  /** Whether to remember that the learner was given this version, where it is one that others were given before. */
  readonly remember: boolean
  /** Key of the version that the learner has; the one that stands in the cache for this reading when undefined. */
  readonly version?: string | undefined
  /** On whose account the request goes. */
  readonly subject: QuotaSubject
  /** What this process saw and has not reported yet; it is counted along with the request. */
  readonly observations: readonly DatedObservation[]
}
