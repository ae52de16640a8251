import type { ReceivedSpan } from './start-collector.ts'

/** The spans as a tree of names; equal ones once. */
export function drawTree(spans: readonly ReceivedSpan[], parent: ReceivedSpan): Record<string, unknown> {
  const below = spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId)
  return Object.assign({}, ...below.map((span) => ({ [nameOf(span)]: drawTree(spans, span) }))) as Record<
    string,
    unknown
  >
}

/** A name without the model's, which is the test's own. */
const nameOf = ({ name }: ReceivedSpan): string => name.replace(/ \w+:[\w-]+$/, ' …')

export function requestOf(spans: readonly ReceivedSpan[]): ReceivedSpan {
  const found = spans.find(({ name }) => name === 'POST /api/personalize')
  if (!found) throw new Error(`There is no request among ${spans.map(({ name }) => name).join(', ')}`)
  return found
}
