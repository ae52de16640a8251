import { demoModel } from '../../lib/llm/demo-model.ts'
import type { Settings } from '../../lib/runtime/parse-environment.ts'
import { dollarsOf, findPrice, type PaidTokens } from '../../lib/spend/model-prices.ts'

/** Dollars; null where nobody has said what the model's tokens cost. The demo writer's cost nothing. */
export function priceTokens(tokens: PaidTokens, { name, price: set }: Settings['model']): number | null {
  if (name === demoModel) return 0
  const price = findPrice(name, set)
  return price === undefined ? null : dollarsOf(tokens, price)
}

/** One line where nobody has said it. */
export const priceWarning = (model: Settings['model']): string[] =>
  priceTokens(noTokens, model) !== null
    ? []
    : [`Warning: the price of "${model.name}" is not known, so nothing is said of dollars. Set OPENAI_PRICE.`]

const noTokens: PaidTokens = { input: 0, cachedInput: 0, output: 0 }
