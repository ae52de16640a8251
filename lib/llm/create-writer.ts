import { createOpenAI } from '@ai-sdk/openai'
import { streamText, wrapLanguageModel } from 'ai'
import type { ModelSettings } from '../runtime/parse-environment.ts'
import { demoModel } from './demo-model.ts'
import { judgeStream } from './judge-stream.ts'
import { retryCalls } from './retry-calls.ts'
import { watchStalls, type After } from './watch-stalls.ts'
import type { Writer } from './writer.ts'

/** Milliseconds: below the platform's 25 s without a byte and 300 s in all. */
export const stallLimits = { firstText: 20_000, nextText: 15_000, whole: 120_000 }

export interface WriterDeps {
  readonly after: After
}

/** A writer over OpenAI or any server that speaks its chat-completions protocol. */
export function createWriter({ apiKey, baseUrl, name }: ModelSettings, { after }: WriterDeps): Writer {
  const provider = createOpenAI({
    apiKey: apiKey ?? 'none',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
  const model = wrapLanguageModel({ model: provider.chat(name), middleware: retryCalls(after) })
  return {
    model: { name, demo: name === demoModel },
    async *write({ instructions, messages }, { outputTokensMax }) {
      const watch = watchStalls(stallLimits, after)
      try {
        const result = streamText({
          model,
          instructions,
          messages: messages.map(({ role, content }) => ({ role, content })),
          maxOutputTokens: outputTokensMax,
          maxRetries: 0,
          abortSignal: watch.signal,
          telemetry: { isEnabled: false },
          // The parts of the stream tell of every error; without this the SDK also prints it, prompt and all.
          onError: () => {},
        })
        return yield* judgeStream(result.fullStream, watch.hearText)
      } finally {
        watch.stop()
      }
    },
  }
}
