import { findAddressFault } from './find-address-fault.ts'

/** Providers whose documentation gives a base URL without a path. */
const hostsWithoutPath: ReadonlySet<string> = new Set(['api.deepseek.com', 'api.perplexity.ai'])
/** Paths that are appended to a base URL, and so cannot be its end. */
const endpointPattern = /\/(?:chat|completions|responses|models|embeddings|messages|generate)$/

/**
 * What is wrong with the base URL of a model's server, to which `/chat/completions` is appended; undefined if nothing.
 */
export function findBaseUrlFault(value: string): string | undefined {
  const fault = findAddressFault(value)
  if (fault !== undefined) return fault
  if (value.includes('?')) return 'has a query ("?")'
  const { hostname, pathname } = new URL(value)
  const path = pathname.replace(/\/+$/, '')
  if (endpointPattern.test(path)) return 'names a whole endpoint'
  return path === '' && !hostsWithoutPath.has(hostname) ? 'has no path, which is "/v1" for most servers' : undefined
}
