import * as v from 'valibot'
import { demoModel } from '../../lib/llm/index.ts'
import { ApiError } from './api-error.ts'
import type { ChatMessage } from './read-prompt.ts'

/** The part of the body of `POST /v1/chat/completions` that the server uses. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  readonly stream: boolean
  readonly includeUsage: boolean
  /** Limit of output tokens; null if the caller sets none. */
  readonly outputTokensMax: number | null
}

const textPart = v.object({ type: v.literal('text'), text: v.string() })
const tokens = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1)))

const bodySchema = v.object({
  model: v.string(),
  messages: v.pipe(
    v.array(
      v.object({
        role: v.picklist(['system', 'developer', 'user', 'assistant', 'tool']),
        content: v.union([v.string(), v.array(textPart)]),
      }),
    ),
    v.minLength(1),
  ),
  stream: v.nullish(v.boolean()),
  stream_options: v.nullish(v.object({ include_usage: v.nullish(v.boolean()) })),
  max_tokens: tokens,
  max_completion_tokens: tokens,
})

/** Parses the body of a chat completion. Other fields, such as temperature, are ignored. */
export function parseChatRequest(body: string): ChatRequest {
  const result = v.safeParse(bodySchema, parseJson(body))
  if (!result.success) {
    const [issue] = result.issues
    const param = v.getDotPath(issue)
    throw new ApiError(400, issue.message, param ? { param } : {})
  }
  const { model, messages, stream, stream_options, max_tokens, max_completion_tokens } = result.output
  if (model !== demoModel) {
    throw new ApiError(404, `The model '${model}' does not exist: this server has '${demoModel}' only.`, {
      code: 'model_not_found',
      param: 'model',
    })
  }
  return {
    messages: messages.map(({ role, content }) => ({
      role,
      text: typeof content === 'string' ? content : content.map((part) => part.text).join(''),
    })),
    stream: stream ?? false,
    includeUsage: stream_options?.include_usage ?? false,
    outputTokensMax: max_completion_tokens ?? max_tokens ?? null,
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new ApiError(400, 'Send a body of JSON: this one could not be parsed.')
  }
}
