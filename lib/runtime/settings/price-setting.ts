import type { Price } from '../../quota/index.ts'
import type { Setting } from './setting.ts'

const pricePattern = /^\d{1,6}(?:\.\d{1,6})?$/

/** Dollars per million tokens of input, of cached input, and of output. */
export const priceSetting: Setting<Price | undefined> = {
  wanted: 'dollars for a million tokens, "input/cached input/output", such as "0.25/0.025/2"',
  findFault(value) {
    if (value === '') return undefined
    const parts = split(value)
    if (parts.length !== 3) return 'is not three prices with "/" between'
    if (parts.some((part) => part.startsWith('-'))) return 'has a negative price'
    return parts.every((part) => pricePattern.test(part)) ? undefined : 'has a price that is no plain number of dollars'
  },
  parse(value) {
    if (value === '') return undefined
    const [input = 0, cachedInput = 0, output = 0] = split(value).map(Number)
    return { input, cachedInput, output }
  },
}

function split(value: string): string[] {
  return value.split('/').map((part) => part.trim())
}
