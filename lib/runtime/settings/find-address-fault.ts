import { isHost } from './is-host.ts'

/**
 * What is wrong with the address of an HTTP server, which needs `http://` or `https://` and a host; undefined if
 * nothing.
 */
export function findAddressFault(value: string): string | undefined {
  if (/\s/.test(value)) return 'has a blank in it'
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return 'has no scheme'
  if (!/^https?:/i.test(value)) return 'has a scheme that is neither http nor https'
  if (value.includes('@')) return 'holds a user or a password, or an @ that is not percent-encoded'
  if (/^\w+:\/\/(?:[/?#]|$)/.test(value)) return 'has no host'
  if (value.includes('\\') || !URL.canParse(value)) return 'cannot be read as an address'
  const { hostname, port } = new URL(value)
  if (!isHost(hostname) || port === '0') return 'has no usable host or port'
  return value.includes('#') ? 'has a fragment ("#")' : undefined
}
