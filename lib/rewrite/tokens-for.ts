import { buildPrompt, type Prompt, type WritingTask } from '../prompt/index.ts'
import { outputTokensFor } from './output-tokens.ts'

/** English has four or more bytes per token; Urdu and code, three or more. */
const bytesPerToken = 3
/** Tokens of findings and advice in the request for a repair. */
const repairTokens = 1_000

const encoder = new TextEncoder()

/** Tokens sent to a model and returned by it. */
export interface TokenCount {
  readonly input: number
  readonly output: number
}

/**
 * The most tokens a section's first call can use: its prompt, and the limit of its output. About twice what it does
 * use.
 */
export function tokensFor(task: WritingTask): number {
  return promptTokens(buildPrompt(task)) + outputTokensFor(task)
}

/** The most tokens a repair can use, whose prompt includes the first text. */
export function tokensForRepair(task: WritingTask): number {
  return tokensFor(task) + outputTokensFor(task) + repairTokens
}

/** The most tokens a section can use, repair included. */
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
