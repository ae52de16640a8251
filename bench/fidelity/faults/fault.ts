import type { WritingTask } from '../../../lib/prompt/index.ts'
import type { Random } from '../../../test/support/random.ts'

/** What a fault damages. */
export type FaultFamily =
  | 'slots'
  | 'links'
  | 'html'
  | 'markdown'
  | 'measurements'
  | 'numbers'
  | 'negations'
  | 'claims'
  | 'identifiers'
  | 'language'
  | 'remarks'
  | 'characters'
  | 'size'
  | 'truncation'

/** One way in which a model's text goes wrong. */
export interface Fault {
  readonly name: string
  readonly family: FaultFamily
  /** For the guide: what the model does. */
  readonly describe: string
  /** A good text with the fault in it; undefined when the text offers no place for it. */
  readonly inject: (text: string, task: WritingTask, random: Random) => string | undefined
}
