/** What a provider takes for a million tokens, in US dollars. */
export interface PriceList {
  readonly model: string
  readonly input: number
  /** Input that the provider still has from a call with the same beginning. */
  readonly cachedInput: number
  readonly output: number
  /** Where the prices were read, and when. */
  readonly source: string
}

const source = 'OpenAI, list prices of the API (standard tier), as in force on 2026-06-15'

export const priceLists: readonly PriceList[] = [
  { model: 'gpt-5-nano', input: 0.05, cachedInput: 0.005, output: 0.4, source },
  { model: 'gpt-5-mini', input: 0.25, cachedInput: 0.025, output: 2, source },
  { model: 'gpt-5', input: 1.25, cachedInput: 0.125, output: 10, source },
]

/** Tokens that were paid for; `cachedInput` is part of `input`. */
export interface Spent {
  readonly calls: number
  readonly input: number
  readonly cachedInput: number
  readonly output: number
}

/** Dollars. */
export const priceOf = ({ input, cachedInput, output }: Spent, list: PriceList): number =>
  ((input - cachedInput) * list.input + cachedInput * list.cachedInput + output * list.output) / 1e6
