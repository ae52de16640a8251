import ipaddr from 'ipaddr.js'

/** Where a request came from, at two widths. */
export interface ClientNetwork {
  /** An IPv4 address, or the first 56 bits of an IPv6 address: one home can use any address below that prefix. */
  readonly address: string
  /** The first 48 bits of an IPv6 address, the largest block that one customer usually gets; absent for IPv4. */
  readonly network?: string
}

/** Prefix lengths that providers assign to homes and to organisations (RIPE-690, section 4). */
const [homeBits, siteBits] = [56, 48]

/**
 * The network that a request came from. The platform overwrites both headers, so a client cannot forge them. Requests
 * without a valid address share one bucket.
 */
export function clientNetwork(headers: Headers): ClientNetwork {
  const sent = headers.get('x-real-ip') ?? headers.get('x-forwarded-for')?.split(',')[0] ?? ''
  const text = withoutPort(sent.trim())
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return { address: '' }
  // An IPv4-mapped IPv6 address counts as the IPv4 address.
  const address = ipaddr.process(text).toString()
  if (ipaddr.IPv4.isValid(address)) return { address }
  const prefix = (bits: number): string =>
    `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`).toString()}/${bits}`
  return { address: prefix(homeBits), network: prefix(siteBits) }
}

/** Removes a port or zone, as some proxies add: `[2001:db8::1]:443`, `192.0.2.1:443`, `fe80::1%eth0`. */
const withoutPort = (text: string): string =>
  text
    .replace(/%[^\]]*/, '')
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
