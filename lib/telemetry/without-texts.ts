import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace-base'

/** What names and codes of errors are; anything else might quote what it should not. */
const namePattern = /^[\w.-]{1,40}$/

/**
 * Takes out of each span what may quote a text or a secret, whoever made it: the messages and stacks of errors, of which only
 * the type stays, and what an address has after its path.
 */
export const withoutTexts: SpanProcessor = {
  onStart(span) {
    const address = span.attributes['http.url']
    if (typeof address === 'string') shorten(span, new URL(address))
  },
  onEnd({ status, events, attributes }) {
    delete status.message
    const [failure] = events.splice(0)
    const type = failure?.attributes?.['exception.type']
    if (typeof type === 'string' && namePattern.test(type)) attributes['error.type'] ??= type
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
}

/** A name as the semantic conventions want it, unless it was given one: `POST`, and not the whole address. */
function shorten(span: Span, { origin, pathname }: URL): void {
  span.setAttribute('http.url', `${origin}${pathname}`)
  if (span.name.startsWith('fetch ')) span.updateName(String(span.attributes['http.method']))
}
