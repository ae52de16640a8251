import { demoModel } from '../../lib/llm/demo-model.ts'
import type { Settings } from '../../lib/runtime/parse-environment.ts'
import { findPrice } from '../../lib/spend/model-prices.ts'

/** One line where nobody has said what a model's tokens cost; the demo writer's cost nothing. */
export const priceWarning = ({ name, price }: Settings['model']): string[] =>
  name === demoModel || findPrice(name, price) !== undefined
    ? []
    : [`Warning: the price of "${name}" is not known, so nothing is said of dollars. Set OPENAI_PRICE.`]
