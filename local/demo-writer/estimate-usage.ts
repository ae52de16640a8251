/** Token counts in the format of a chat completion. */
export interface ChatUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
  readonly prompt_tokens_details: { readonly cached_tokens: number }
}

const charactersPerToken = 4
/** Providers cache prompts in steps of this many tokens. */
const cacheStepTokens = 128
const rememberedPromptsMax = 64

/** About how many tokens a text has: always the same number for the same text. */
export function countTokensRoughly(text: string): number {
  return Math.ceil(text.length / charactersPerToken)
}

/** Cuts a text to at most so many tokens, at the end of a word. */
export function cutToTokens(text: string, tokensMax: number): string {
  if (countTokensRoughly(text) <= tokensMax) return text
  const cut = text.slice(0, tokensMax * charactersPerToken)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 0))
}

/** Stores prompts, and counts how much of a new one a provider would have had in its prompt cache. */
export function createPromptCache(): { cachedTokens(prompt: string): number } {
  const prompts: string[] = []
  return {
    cachedTokens(prompt) {
      const shared = Math.max(0, ...prompts.map((earlier) => commonPrefixLength(earlier, prompt)))
      prompts.push(prompt)
      if (prompts.length > rememberedPromptsMax) prompts.shift()
      return Math.floor(shared / charactersPerToken / cacheStepTokens) * cacheStepTokens
    },
  }
}

export function buildUsage(usage: { promptTokens: number; outputTokens: number; cachedTokens: number }): ChatUsage {
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.promptTokens + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens },
  }
}

function commonPrefixLength(one: string, other: string): number {
  const end = Math.min(one.length, other.length)
  let length = 0
  while (length < end && one[length] === other[length]) length += 1
  return length
}
