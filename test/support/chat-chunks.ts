/** The lines of a chat-completions stream, as OpenAI's API reference gives them. */
const line = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`
const chunk = (choices: readonly unknown[], more: object = {}): string =>
  line({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'hostile', choices, ...more })

export const delta = (content: string): string =>
  chunk([{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }])

export const refusal = (text: string): string =>
  chunk([{ index: 0, delta: { role: 'assistant', refusal: text }, finish_reason: null }])

export const finish = (reason: 'stop' | 'length' | 'content_filter'): string =>
  chunk([{ index: 0, delta: {}, finish_reason: reason }])

/** What the hostile model counts, when it counts. */
export const countedUsage = { input_tokens: 100, cached_input_tokens: 20, output_tokens: 50 }

export const usage = chunk([], {
  usage: {
    prompt_tokens: 100,
    completion_tokens: 50,
    total_tokens: 150,
    prompt_tokens_details: { cached_tokens: 20 },
  },
})

export const done = 'data: [DONE]\n\n'

/** An error as it comes inside a stream that began well. */
export const errorChunk = (error: object): string => line({ error: { message: 'scripted failure', ...error } })

/** A text in pieces of a few words. */
export const deltas = (text: string): string[] => (text.match(/[\s\S]{1,40}/gu) ?? []).map(delta)

/** All of a good stream. */
export const goodStream = (text: string): string[] => [...deltas(text), finish('stop'), usage, done]
