import type { Usage } from '../contract/index.ts'

/** Nothing was used: no model was asked. */
export const noUsage: Usage = { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0 }

/** Adds two counts; a part that is unknown in one is unknown in the sum. */
export function addUsage(a: Usage, b: Usage): Usage {
  const add = (x: number | null, y: number | null): number | null => (x === null || y === null ? null : x + y)
  return {
    input_tokens: add(a.input_tokens, b.input_tokens),
    cached_input_tokens: add(a.cached_input_tokens, b.cached_input_tokens),
    output_tokens: add(a.output_tokens, b.output_tokens),
  }
}
