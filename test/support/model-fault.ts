import type { OriginalReason } from '../../lib/contract/wire-events.ts'
import type { HostileScript } from './hostile-model.ts'

/** A way in which a model's server can fail, and what is guaranteed then. */
export interface ModelFault {
  /** As in the guide's table. */
  readonly fault: string
  readonly answers: readonly HostileScript[]
  /** What ends the call once the model is silent: one of the stall limits, or the connection is cut. */
  readonly ending?: 'firstText' | 'nextText' | 'cut'
  readonly reader: 'rewrite' | OriginalReason
  /** True when paragraphs were shown before the fault: they are taken back. */
  readonly begun?: true
  /** Milliseconds before each further call. */
  readonly waits: readonly number[]
  readonly tokens: 'counted' | 'unknown'
}

/** What is guaranteed under a fault, in one clause. */
export function guarantee({ reader, begun, waits }: ModelFault): string {
  const calls = waits.length === 0 ? 'after one call' : `after ${waits.length + 1} calls`
  if (reader === 'rewrite') return `the rewrite comes and is stored, ${calls}`
  const back = begun ? ', and what was shown is taken back' : ''
  return `the original stands as ${reader}${back}, nothing is stored, ${calls}`
}
