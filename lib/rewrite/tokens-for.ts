import type { Prompt } from '../llm/writer.ts'
import { buildPrompt } from './build-prompt.ts'
import { outputTokensFor } from './output-tokens.ts'
import type { WritingTask } from './writing-task.ts'

/** English takes four bytes and more to a token, Urdu three, code somewhat less than prose. */
const bytesPerToken = 2
/** Findings and advice in the request for a repair. */
const repairTokens = 1_000

const encoder = new TextEncoder()

/** Tokens that go to a model and that come back. */
export interface TokenCount {
  readonly input: number
  readonly output: number
}

/**
 * As many tokens as a section can take: its prompt twice, because a repair asks again with the text that came, and the most
 * that may come back each time. What it does take is an eighth of it on average, and is known when the text is there.
 */
export function tokensAtMost(task: WritingTask): TokenCount {
  const output = outputTokensFor(task)
  return { input: 2 * promptTokens(buildPrompt(task)) + output + repairTokens, output: 2 * output }
}

/** The same in one number. */
export function tokensFor(task: WritingTask): number {
  const { input, output } = tokensAtMost(task)
  return input + output
}

const promptTokens = (prompt: Prompt): number => Math.ceil(promptBytes(prompt) / bytesPerToken)

/** Bytes of a prompt's texts in UTF-8. */
export const promptBytes = ({ instructions, messages }: Prompt): number =>
  [instructions, ...messages.map(({ content }) => content)].reduce(
    (bytes, text) => bytes + encoder.encode(text).length,
    0,
  )
