import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace-base'

/** Matches names and codes of errors; anything else might quote a secret. */
const namePattern = /^[\w.-]{1,40}$/

/**
 * Removes what may quote a text or a secret from every span: messages and stacks of errors, of which only the type
 * stays, and the query of an address.
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

/** The span's name by the semantic conventions, `POST` instead of the whole address, unless it was given one. */
function shorten(span: Span, { origin, pathname }: URL): void {
  span.setAttribute('http.url', `${origin}${pathname}`)
  if (span.name.startsWith('fetch ')) span.updateName(String(span.attributes['http.method']))
}
