import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

/** The body of a request for a streamed chat completion. */
export interface ChatRequest {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly stream: true
  readonly stream_options: { readonly include_usage: true }
  readonly max_tokens?: number
  readonly max_completion_tokens?: number
}

/**
 * OpenAI's models that think before they write: they take the rules from a `developer`, and count what they think as
 * output. Every other server knows `system` and `max_tokens`.
 */
const thinks = (model: string): boolean => /^(?:o\d|gpt-[5-9])/.test(model) && !model.includes('-chat')

/** The request for a prompt of nothing but text. Throws for anything else in it: no model of ours is shown a file. */
export function buildChatRequest(
  model: string,
  { prompt, maxOutputTokens }: Pick<LanguageModelV4CallOptions, 'prompt' | 'maxOutputTokens'>,
): ChatRequest {
  const thinking = thinks(model)
  return {
    model,
    messages: prompt.map((message) => ({
      role: message.role === 'system' && thinking ? 'developer' : message.role,
      content: textOf(message),
    })),
    stream: true,
    stream_options: { include_usage: true },
    ...(maxOutputTokens === undefined ? {} : { [thinking ? 'max_completion_tokens' : 'max_tokens']: maxOutputTokens }),
  }
}

function textOf({ role, content }: LanguageModelV4CallOptions['prompt'][number]): string {
  if (typeof content === 'string') return content
  return content
    .map((part) => {
      if (part.type !== 'text') throw new TypeError(`Cannot send a part "${part.type}" of a message "${role}"`)
      return part.text
    })
    .join('')
}
