import { simulateReadableStream, streamText, wrapLanguageModel, type LanguageModelMiddleware } from 'ai'
import type { Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'
import { getCached, setCached } from './rival-cache.ts'
import { readRequest } from './read-request.ts'

type StreamPart =
  Awaited<ReturnType<NonNullable<LanguageModelMiddleware['wrapStream']>>>['stream'] extends ReadableStream<infer Part>
    ? Part
    : never

/** The recipe's own pause between two parts of a replay, in milliseconds. */
const recipeDelay = 10

/**
 * The caching middleware of the AI SDK's documentation, over PostgreSQL in the place of its key-value store: the parts of
 * the model's stream are kept under the call's parameters, and a hit replays them with a pause after each. `?delay=none`
 * leaves the pause out.
 */
export async function cachingRecipe(request: Request): Promise<Response> {
  const { db, model, system, prompt } = await readRequest(request)
  const chunkDelayInMs = new URL(request.url).searchParams.get('delay') === 'none' ? null : recipeDelay
  const cached = wrapLanguageModel({ model, middleware: keepStreams(db, chunkDelayInMs) })
  return streamText({ model: cached, system, prompt, maxRetries: 0 }).toTextStreamResponse()
}

const keepStreams = (db: Kysely<Database>, chunkDelayInMs: number | null): LanguageModelMiddleware => ({
  async wrapStream({ doStream, params, model }) {
    const key = JSON.stringify({ provider: model.provider, modelId: model.modelId, params })
    const kept = (await getCached(db, key)) as StreamPart[] | null
    if (kept !== null)
      return { stream: simulateReadableStream({ initialDelayInMs: 0, chunkDelayInMs, chunks: kept.map(restoreDate) }) }
    const { stream, ...rest } = await doStream()
    const parts: StreamPart[] = []
    const keeping = new TransformStream<StreamPart, StreamPart>({
      transform(part, controller) {
        parts.push(part)
        controller.enqueue(part)
      },
      flush: () => setCached(db, key, parts),
    })
    return { stream: stream.pipeThrough(keeping), ...rest }
  },
})

const restoreDate = (part: StreamPart): StreamPart =>
  part.type === 'response-metadata' && part.timestamp ? { ...part, timestamp: new Date(part.timestamp) } : part
