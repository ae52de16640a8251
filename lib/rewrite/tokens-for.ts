import { buildPrompt, type Prompt, type WritingTask } from '../prompt/index.ts'
import { outputTokensFor } from './output-tokens.ts'

/** English takes four bytes and more to a token; Urdu and code, three and more. */
const bytesPerToken = 3
/** Findings and advice in the request for a repair. */
const repairTokens = 1_000

const encoder = new TextEncoder()

/** Tokens that go to a model and that come back. */
export interface TokenCount {
  readonly input: number
  readonly output: number
}

/** As many tokens as a section's first call can take: its prompt, and the most that may come back. About twice what it does take. */
export function tokensFor(task: WritingTask): number {
  return promptTokens(buildPrompt(task)) + outputTokensFor(task)
}

/** As many as its repair can take, which asks again with the text that came. */
export function tokensForRepair(task: WritingTask): number {
  return tokensFor(task) + outputTokensFor(task) + repairTokens
}

/** As many as a section can take, repair and all. */
export function tokensAtMost(task: WritingTask): TokenCount {
  const output = outputTokensFor(task)
  return { input: 2 * promptTokens(buildPrompt(task)) + output + repairTokens, output: 2 * output }
}

const promptTokens = (prompt: Prompt): number => Math.ceil(promptBytes(prompt) / bytesPerToken)

/** Bytes of a prompt's texts in UTF-8. */
export const promptBytes = ({ instructions, messages }: Prompt): number =>
  [instructions, ...messages.map(({ content }) => content)].reduce(
    (bytes, text) => bytes + encoder.encode(text).length,
    0,
  )
