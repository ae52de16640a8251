import type { Writer } from '../llm/writer.ts'
import type { RequestSpans } from './create-spans.ts'

/** The same writer, each of whose texts leaves a span (semantic conventions for generative AI): no word of prompt or text. */
export function withSpans(writer: Writer, { add }: RequestSpans, now: () => number): Writer {
  const { name } = writer.model
  return {
    model: writer.model,
    async *write(prompt, limits) {
      const began = now()
      const end = yield* writer.write(prompt, limits)
      const { input_tokens, cached_input_tokens, output_tokens } = end.usage
      const attributes = {
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': name,
        'gen_ai.usage.input_tokens': input_tokens,
        'gen_ai.usage.cache_read.input_tokens': cached_input_tokens,
        'gen_ai.usage.output_tokens': output_tokens,
        ...(end.whole ? {} : { 'error.type': end.reason }),
      }
      add({ name: `chat ${name}`, began, ended: now(), failed: !end.whole, attributes })
      return end
    },
  }
}
