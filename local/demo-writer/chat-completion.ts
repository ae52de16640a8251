import type { ChatUsage } from './estimate-usage.ts'
import { demoModel } from '../../lib/llm/index.ts'

/** `length` when the caller's token limit cut the text. */
export type FinishReason = 'stop' | 'length'

/** An answer before it is formatted as one object or as a stream. */
export interface ChatAnswer {
  readonly id: string
  /** Seconds since 1970. */
  readonly created: number
  readonly text: string
  readonly finishReason: FinishReason
  readonly usage: ChatUsage
}

/** The answer as one `chat.completion`. */
export function buildCompletion({ id, created, text, finishReason, usage }: ChatAnswer): object {
  const message = { role: 'assistant', content: text, refusal: null }
  return {
    id,
    object: 'chat.completion',
    created,
    model: demoModel,
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason }],
    usage,
  }
}

/**
 * The answer as `chat.completion.chunk`s: the role, one chunk per word, the finish reason, and the usage on request.
 */
export function* buildChunks(
  answer: ChatAnswer,
  { includeUsage }: { includeUsage: boolean },
): Generator<{ word: string; chunk: object }> {
  const build = (choices: object[], usage?: ChatUsage) => ({
    id: answer.id,
    object: 'chat.completion.chunk',
    created: answer.created,
    model: demoModel,
    choices,
    ...(includeUsage ? { usage: usage ?? null } : {}),
  })
  const choice = (delta: object, finishReason: FinishReason | null = null) => [
    { index: 0, delta, logprobs: null, finish_reason: finishReason },
  ]
  yield { word: '', chunk: build(choice({ role: 'assistant', content: '' })) }
  for (const word of splitWords(answer.text)) yield { word, chunk: build(choice({ content: word })) }
  yield { word: '', chunk: build(choice({}, answer.finishReason)) }
  if (includeUsage) yield { word: '', chunk: build([], answer.usage) }
}

/** Splits a text into words with the white space before them. */
function splitWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? []
}
