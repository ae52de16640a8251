import { createOpenAI } from '@ai-sdk/openai'
import { streamText, type LanguageModel } from 'ai'
import type { ModelSettings } from '../runtime/parse-environment.ts'
import { demoModel } from './demo-model.ts'
import { judgeStream } from './judge-stream.ts'
import type { Writer } from './writer.ts'

/** Milliseconds: below the platform's 25 s without a byte and 300 s in all. */
export const modelTimeout = { firstChunkMs: 20_000, chunkMs: 15_000, totalMs: 120_000 } as const

/** A writer over OpenAI or any server that speaks its chat-completions protocol. */
export function createWriter({ apiKey, baseUrl, name }: ModelSettings): Writer {
  const provider = createOpenAI({
    apiKey: apiKey ?? 'none',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
  return createModelWriter(provider.chat(name), name)
}

/** A writer over any model of the AI SDK. */
export function createModelWriter(model: LanguageModel, name: string): Writer {
  return {
    model: { name, demo: name === demoModel },
    write({ instructions, messages }, { outputTokensMax }) {
      const result = streamText({
        model,
        instructions,
        messages: messages.map(({ role, content }) => ({ role, content })),
        maxOutputTokens: outputTokensMax,
        maxRetries: 2,
        timeout: modelTimeout,
        telemetry: { isEnabled: false },
        // The parts of the stream tell of every error; without this the SDK also prints it, prompt and all.
        onError: () => {},
      })
      return judgeStream(result.fullStream)
    },
  }
}
