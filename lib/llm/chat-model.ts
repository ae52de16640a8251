import { APICallError, type LanguageModelV4, type LanguageModelV4StreamPart } from '@ai-sdk/provider'
import {
  convertAsyncIteratorToReadableStream,
  createEventSourceResponseHandler,
  createJsonErrorResponseHandler,
  postJsonToApi,
  type ParseResult,
} from '@ai-sdk/provider-utils'
import {
  chatChunkSchema,
  chatErrorSchema,
  readFinishReason,
  readUsage,
  type ChatChunk,
  type ChatError,
  type ChatPiece,
} from './chat-chunk.ts'
import { buildChatRequest } from './chat-request.ts'

export interface ChatModelSettings {
  readonly apiKey: string
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly name: string
}

/**
 * A language model of the AI SDK's over streamed chat completions, as OpenAI and every compatible server speak them.
 * `doStream` gives a stream when the first text is there, and throws an `APICallError` for what goes wrong before it.
 */
export function createChatModel({ apiKey, baseUrl, name }: ChatModelSettings): LanguageModelV4 {
  const url = `${baseUrl}/chat/completions`
  return {
    specificationVersion: 'v4',
    provider: 'chat-completions',
    modelId: name,
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('This model only streams')),
    async doStream(options) {
      const { value, responseHeaders = {} } = await postJsonToApi({
        url,
        headers: { ...options.headers, Authorization: `Bearer ${apiKey}` },
        body: buildChatRequest(name, options),
        failedResponseHandler,
        successfulResponseHandler,
        ...(options.abortSignal ? { abortSignal: options.abortSignal } : {}),
      })
      const begun = await awaitText(value.getReader(), url)
      return {
        stream: convertAsyncIteratorToReadableStream(readParts(begun)),
        response: { headers: responseHeaders },
      }
    },
  }
}

const successfulResponseHandler = createEventSourceResponseHandler<ChatChunk>(chatChunkSchema)
const failedResponseHandler = createJsonErrorResponseHandler<ChatError>({
  errorSchema: chatErrorSchema,
  errorToMessage: ({ error }) => error.message,
})

type Chunk = ParseResult<ChatChunk>

interface Begun {
  /** What came up to the first text, which is its last. */
  readonly early: readonly Chunk[]
  readonly rest: ReadableStreamDefaultReader<Chunk>
}

/** Reads up to the first text. An error that comes before is the call's, so that the call can be made again. */
async function awaitText(rest: Begun['rest'], url: string): Promise<Begun> {
  const early: Chunk[] = []
  for (;;) {
    const { done, value } = await rest.read()
    if (done) return { early, rest }
    early.push(value)
    if (!value.success) return { early, rest }
    if ('error' in value.value) {
      await rest.cancel()
      throw callError(value.value, url)
    }
    if (readText(value.value) !== '') return { early, rest }
  }
}

/** The server said 200 before it knew: what it says then is its own failure, like a 500. */
const callError = (data: ChatError, url: string): APICallError =>
  new APICallError({ message: data.error.message, url, requestBodyValues: {}, statusCode: 500, data })

async function* readChunks({ early, rest }: Begun): AsyncGenerator<Chunk, void, undefined> {
  try {
    yield* early
    for (let next = await rest.read(); !next.done; next = await rest.read()) yield next.value
  } finally {
    await rest.cancel()
  }
}

async function* readParts(begun: Begun): AsyncGenerator<LanguageModelV4StreamPart, void, undefined> {
  let usage: ChatPiece['usage']
  let finish: string | undefined
  let refused = false
  yield { type: 'stream-start', warnings: [] }
  yield { type: 'text-start', id }
  for await (const chunk of readChunks(begun)) {
    if (!chunk.success || 'error' in chunk.value) {
      yield { type: 'error', error: 'value' in chunk && 'error' in chunk.value ? chunk.value.error : chunk }
      continue
    }
    const [choice] = chunk.value.choices
    usage = chunk.value.usage ?? usage
    finish = choice?.finish_reason ?? finish
    refused ||= Boolean(choice?.delta?.refusal)
    const delta = readText(chunk.value)
    if (delta !== '') yield { type: 'text-delta', id, delta }
  }
  yield { type: 'text-end', id }
  yield { type: 'finish', finishReason: readFinishReason(finish, refused), usage: readUsage(usage) }
}

/** The SDK wants each text named; there is one. */
const id = '0'

const readText = ({ choices: [choice] }: ChatPiece): string => choice?.delta?.content ?? choice?.delta?.refusal ?? ''
