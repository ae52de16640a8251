import type { LanguageModelUsage, TextStreamPart, ToolSet } from 'ai'
import type { Usage } from '../contract/index.ts'
import { nameFailure } from './name-failure.ts'
import { unknownUsage, type WritingEnd, type WritingFailure } from './writer.ts'

/** Callbacks for what happens in a stream. */
export interface StreamListeners {
  /** Called for each piece of text. */
  readonly onText?: () => void
  /** Called with the error that ended the stream. */
  readonly onError?: (error: unknown) => void
}

/**
 * Passes text on and judges how the stream ended. A text is complete only after exactly one `stop` finish, with no
 * error part, no abort and some text; the end of a stream alone does not mean success. After a failure nothing more is
 * passed on, since text is missing before it.
 */
export async function* judgeStream(
  parts: AsyncIterable<TextStreamPart<ToolSet>>,
  { onText, onError }: StreamListeners = {},
): AsyncGenerator<string, WritingEnd, undefined> {
  const seen: Seen = { failure: undefined, finishes: 0, characters: 0, usage: unknownUsage }
  try {
    for await (const part of parts) {
      if (part.type === 'text-delta') {
        seen.characters += part.text.trim().length
        if (part.text !== '') onText?.()
        yield part.text
      } else note(seen, part)
      if (part.type === 'error') onError?.(part.error)
      if (seen.failure !== undefined) break
    }
  } catch (error) {
    seen.failure ??= nameFailure(error)
    onError?.(error)
  }
  return conclude(seen)
}

interface Seen {
  failure: WritingFailure | undefined
  finishes: number
  characters: number
  usage: Usage
}

function note(seen: Seen, part: TextStreamPart<ToolSet>): void {
  switch (part.type) {
    case 'error':
      seen.failure ??= nameFailure(part.error)
      break
    case 'abort':
      seen.failure ??= 'model-timeout'
      break
    case 'finish':
      seen.finishes++
      seen.usage = readUsage(part.totalUsage)
      if (part.finishReason === 'content-filter') seen.failure ??= 'model-refused'
      else if (part.finishReason !== 'stop') seen.failure ??= 'model-stopped-early'
  }
}

function conclude({ failure, finishes, characters, usage }: Seen): WritingEnd {
  if (failure !== undefined) return { whole: false, reason: failure, usage }
  if (finishes !== 1) return { whole: false, reason: 'model-stopped-early', usage }
  if (characters === 0) return { whole: false, reason: 'empty', usage }
  return { whole: true, usage }
}

const readUsage = ({ inputTokens, inputTokenDetails, outputTokens }: LanguageModelUsage): Usage => ({
  input_tokens: inputTokens ?? null,
  cached_input_tokens: inputTokenDetails.cacheReadTokens ?? null,
  output_tokens: outputTokens ?? null,
})
