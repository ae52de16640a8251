/**
 * Headers as `OTEL_EXPORTER_OTLP_HEADERS` has them, `name=value` with commas between and values percent-encoded (W3C Baggage);
 * undefined when they are none.
 */
export function parseHeaders(text: string): Record<string, string> | undefined {
  const pairs = text.split(',').flatMap((pair) => (pair.trim() === '' ? [] : [/^\s*([\w-]+)\s*=(.*)$/.exec(pair)]))
  const headers: Record<string, string> = {}
  for (const pair of pairs) {
    const [name, value] = [pair?.[1], decode(pair?.[2]?.trim())]
    if (name === undefined || value === undefined || !/^[\x20-\x7E]*$/.test(value)) return undefined
    headers[name.toLowerCase()] = value
  }
  return headers
}

function decode(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return undefined
  }
}
