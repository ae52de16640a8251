import { demoModel } from '../../lib/llm/index.ts'
import type { Settings } from '../../lib/runtime/index.ts'
import { dollarsOf, findPrice, type PaidTokens } from '../../lib/quota/index.ts'

/** Dollars; null where nobody has said what the model's tokens cost. The demo writer's cost nothing, unless a price is set. */
export function priceTokens(tokens: PaidTokens, { name, price: set }: Settings['model']): number | null {
  const price = findPrice(name, set)
  if (price) return dollarsOf(tokens, price)
  return name === demoModel ? 0 : null
}

/** One line where nobody has said it. */
export const priceWarning = (model: Settings['model']): string[] =>
  priceTokens(noTokens, model) !== null
    ? []
    : [`Warning: the price of "${model.name}" is not known, so nothing is said of dollars. Set OPENAI_PRICE.`]

const noTokens: PaidTokens = { input: 0, cachedInput: 0, output: 0 }
