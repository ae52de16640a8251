import type { ModelFault } from './model-fault.ts'

/** The row of a fault in the guide's table: what goes wrong, what is seen, stored and asked again, and the tokens. */
export function faultRow({ fault, reader, begun, waits, tokens }: ModelFault): string {
  const rewritten = reader === 'rewrite'
  const original = begun
    ? `the first paragraphs, then the author's text in their place: \`${reader}\``
    : `the author's text: \`${reader}\``
  const cells = [
    fault,
    rewritten ? 'the rewrite' : original,
    rewritten ? 'the rewrite' : 'nothing',
    waits.length === 0 ? 'no' : `after ${waits.map((wait) => `${wait / 1_000} s`).join(' and ')}`,
    tokens === 'counted' ? 'as the provider counted' : 'not known (`null`)',
  ]
  return `| ${cells.join(' | ')} |`
}
