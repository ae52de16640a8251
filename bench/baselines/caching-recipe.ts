import { simulateReadableStream, streamText, wrapLanguageModel, type LanguageModelMiddleware } from 'ai'
import type { Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'
import { getCached, setCached } from './baseline-cache.ts'
import { readRequest } from './read-request.ts'

type StreamPart =
  Awaited<ReturnType<NonNullable<LanguageModelMiddleware['wrapStream']>>>['stream'] extends ReadableStream<infer Part>
    ? Part
    : never

/** The recipe's pause between two parts of a replay, in milliseconds. */
const recipeDelay = 10

/**
 * The caching middleware of the AI SDK's documentation, with PostgreSQL as its key-value store: it stores the parts of a
 * stream by the call's parameters, and replays them on a hit with a pause after each. `?delay=none` omits the pause.
 */
export async function cachingRecipe(request: Request): Promise<Response> {
  const { db, model, system, prompt } = await readRequest(request)
  const chunkDelayInMs = new URL(request.url).searchParams.get('delay') === 'none' ? null : recipeDelay
  const cached = wrapLanguageModel({ model, middleware: cacheStreams(db, chunkDelayInMs) })
  return streamText({ model: cached, system, prompt, maxRetries: 0 }).toTextStreamResponse()
}

const cacheStreams = (db: Kysely<Database>, chunkDelayInMs: number | null): LanguageModelMiddleware => ({
  async wrapStream({ doStream, params, model }) {
    const key = JSON.stringify({ provider: model.provider, modelId: model.modelId, params })
    const cached = (await getCached(db, key)) as StreamPart[] | null
    if (cached !== null)
      return {
        stream: simulateReadableStream({ initialDelayInMs: 0, chunkDelayInMs, chunks: cached.map(restoreDate) }),
      }
    const { stream, ...rest } = await doStream()
    const parts: StreamPart[] = []
    const recording = new TransformStream<StreamPart, StreamPart>({
      transform(part, controller) {
        parts.push(part)
        controller.enqueue(part)
      },
      flush: () => setCached(db, key, parts),
    })
    return { stream: stream.pipeThrough(recording), ...rest }
  },
})

const restoreDate = (part: StreamPart): StreamPart =>
  part.type === 'response-metadata' && part.timestamp ? { ...part, timestamp: new Date(part.timestamp) } : part
