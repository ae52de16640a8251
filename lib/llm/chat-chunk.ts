import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider'
import * as v from 'valibot'

const text = v.nullish(v.string())
const count = v.nullish(v.number())

const usageSchema = v.object({
  prompt_tokens: count,
  completion_tokens: count,
  prompt_tokens_details: v.nullish(v.object({ cached_tokens: count })),
  completion_tokens_details: v.nullish(v.object({ reasoning_tokens: count })),
})

/** An error as a server of chat completions says it: the body of a refusal, or a piece of a stream that began well. */
export const chatErrorSchema = v.object({
  error: v.looseObject({
    message: v.fallback(v.string(), 'no message'),
    code: v.nullish(v.union([v.string(), v.number()])),
    type: text,
  }),
})
export type ChatError = v.InferOutput<typeof chatErrorSchema>

const piece = v.object({
  choices: v.array(v.object({ delta: v.nullish(v.object({ content: text, refusal: text })), finish_reason: text })),
  usage: v.nullish(usageSchema),
})

/** One `data:` of a stream of chat completions, as far as a writer reads it (OpenAI's API reference). */
export const chatChunkSchema = v.union([chatErrorSchema, piece])
export type ChatChunk = v.InferOutput<typeof chatChunkSchema>
export type ChatPiece = v.InferOutput<typeof piece>

/** What a `finish_reason` means; a model that refused says `stop`, too. */
export function readFinishReason(raw: string | undefined, refused: boolean): LanguageModelV4FinishReason {
  const unified = (raw === undefined ? undefined : finishReasons[raw]) ?? 'other'
  return { unified: refused && unified === 'stop' ? 'content-filter' : unified, raw }
}

const finishReasons: Readonly<Record<string, LanguageModelV4FinishReason['unified']>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content-filter',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
}

/** The tokens as the provider counted them. */
export function readUsage(usage: ChatPiece['usage']): LanguageModelV4Usage {
  const input = usage?.prompt_tokens ?? undefined
  const output = usage?.completion_tokens ?? undefined
  const cached = input === undefined ? undefined : (usage?.prompt_tokens_details?.cached_tokens ?? 0)
  const reasoning = output === undefined ? undefined : (usage?.completion_tokens_details?.reasoning_tokens ?? 0)
  return {
    inputTokens: { total: input, noCache: subtract(input, cached), cacheRead: cached, cacheWrite: undefined },
    outputTokens: { total: output, text: subtract(output, reasoning), reasoning },
  }
}

const subtract = (whole: number | undefined, part = 0): number | undefined =>
  whole === undefined ? undefined : Math.max(0, whole - part)
