/** What a provider charges for a million tokens, in US dollars. */
export interface Price {
  readonly input: number
  /** Input tokens served from the provider's prompt cache. */
  readonly cachedInput: number
  readonly output: number
}

/** A price and the model that it applies to. */
export interface PriceList extends Price {
  readonly model: string
  /** Where the prices were read, and when. */
  readonly source: string
}

const source = 'OpenAI, list prices of the API (standard tier), as in force on 2026-06-15'

/** The models whose prices are known without a setting. */
export const priceLists: readonly PriceList[] = [
  { model: 'gpt-5-nano', input: 0.05, cachedInput: 0.005, output: 0.4, source },
  { model: 'gpt-5-mini', input: 0.25, cachedInput: 0.025, output: 2, source },
  { model: 'gpt-5', input: 1.25, cachedInput: 0.125, output: 10, source },
]

/**
 * A model's price: the operator's (`OPENAI_PRICE`), else the built-in one. Undefined means unknown; never treat it as
 * 0.
 */
export const findPrice = (model: string, set: Price | undefined): Price | undefined =>
  set ?? priceLists.find((list) => list.model === model)

/** Tokens that were paid for; `cachedInput` is part of `input`. */
export interface PaidTokens {
  readonly input: number
  readonly cachedInput: number
  readonly output: number
}

/** Dollars. */
export const dollarsOf = ({ input, cachedInput, output }: PaidTokens, price: Price): number =>
  ((input - cachedInput) * price.input + cachedInput * price.cachedInput + output * price.output) / 1e6
