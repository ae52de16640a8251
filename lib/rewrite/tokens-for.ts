import type { Prompt } from '../llm/writer.ts'
import { buildPrompt } from './build-prompt.ts'
import { outputTokensFor } from './output-tokens.ts'
import type { WritingTask } from './writing-task.ts'

/** English takes four bytes and more to a token, Urdu three, code somewhat less than prose. */
const bytesPerToken = 2
/** Findings and advice in the request for a repair. */
const repairTokens = 1_000

const encoder = new TextEncoder()

/**
 * As many tokens as a section can take: its prompt twice, because a repair asks again with the text that came, and the most
 * that may come back each time. What it does take is an eighth of it on average, and is known when the text is there.
 */
export function tokensFor(task: WritingTask): number {
  const output = outputTokensFor(task)
  return 2 * promptTokens(buildPrompt(task)) + 3 * output + repairTokens
}

const promptTokens = ({ instructions, messages }: Prompt): number =>
  Math.ceil(
    [instructions, ...messages.map(({ content }) => content)].reduce(
      (bytes, text) => bytes + encoder.encode(text).length,
      0,
    ) / bytesPerToken,
  )
