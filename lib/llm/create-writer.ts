import { OpenAIChatLanguageModel } from '@ai-sdk/openai/internal'
import { streamText, wrapLanguageModel } from 'ai'
import type { LogEntry } from '../errors/index.ts'
import type { ModelSettings } from './model-settings.ts'
import { demoModel } from './demo-model.ts'
import { judgeStream } from './judge-stream.ts'
import { createFailureLog } from './log-failures.ts'
import { openaiUrl } from './openai-url.ts'
import { retryCalls } from './retry-calls.ts'
import { watchStalls, type After } from './watch-stalls.ts'
import type { Writer } from './writer.ts'

/** In milliseconds; below the platform's limits of 25 s without a byte and 300 s in all. */
export const stallLimits = { firstText: 20_000, nextText: 15_000, whole: 120_000 }

export interface WriterServices {
  readonly after: After
  readonly log: (entry: LogEntry) => void
}

/** A writer that uses OpenAI or any server with its chat-completions protocol. */
export function createWriter({ apiKey, baseUrl, name }: ModelSettings, { after, log }: WriterServices): Writer {
  // The model of `createOpenAI().chat()` without the rest of the provider: 20 KB less to parse at each cold start.
  const chat = new OpenAIChatLanguageModel(name, {
    provider: 'openai.chat',
    url: ({ path }) => `${baseUrl ?? openaiUrl}${path}`,
    headers: () => ({ Authorization: `Bearer ${apiKey ?? 'none'}` }),
  })
  return {
    model: { name, demo: name === demoModel },
    async *write({ instructions, messages }, { outputTokensMax, millisecondsMax, rate }) {
      const watch = watchStalls({ ...stallLimits, whole: Math.min(stallLimits.whole, millisecondsMax) }, after)
      const failures = createFailureLog(log)
      let error: unknown
      try {
        const result = streamText({
          model: wrapLanguageModel({ model: chat, middleware: retryCalls({ after, failures, rate }) }),
          instructions,
          messages: messages.map(({ role, content }) => ({ role, content })),
          maxOutputTokens: outputTokensMax,
          maxRetries: 0,
          abortSignal: watch.signal,
          // Telemetry integrations get no word of prompt or text.
          telemetry: { recordInputs: false, recordOutputs: false },
          // Errors are parts of the stream; without this the SDK also prints them, prompt and all.
          onError: () => {},
        })
        const end = yield* judgeStream(result.fullStream, {
          onText: watch.onText,
          onError: (heard) => (error = heard),
        })
        if (!end.whole) failures.failed(end.reason, error)
        return end
      } finally {
        watch.stop()
      }
    },
  }
}
