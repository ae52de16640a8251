import type { Prompt } from '../prompt/index.ts'
import type { RateListener } from './pace.ts'
import type { OriginalReason, Usage } from '../contract/index.ts'

/** Why a model's text is not complete. */
export type WritingFailure = Extract<
  OriginalReason,
  'model-stopped-early' | 'model-refused' | 'model-unavailable' | 'model-timeout' | 'empty'
>

/** How a stream of text ended. Only a `whole` text may be judged, shown as finished and stored. */
export type WritingEnd =
  | { readonly whole: true; readonly usage: Usage }
  | { readonly whole: false; readonly reason: WritingFailure; readonly usage: Usage }

export interface WritingLimits {
  readonly outputTokensMax: number
  /** After this time, or the writer's own limits, writing ends with `model-timeout`. */
  readonly millisecondsMax: number
  /** Called with how the provider responds. */
  readonly rate?: RateListener | undefined
}

/** Writes text with a model. The generator yields pieces of text and returns how the stream ended; it never throws. */
export interface Writer {
  readonly model: { readonly name: string; readonly demo: boolean }
  write(prompt: Prompt, limits: WritingLimits): AsyncGenerator<string, WritingEnd, undefined>
}

export const unknownUsage: Usage = { input_tokens: null, cached_input_tokens: null, output_tokens: null }
