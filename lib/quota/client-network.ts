import ipaddr from 'ipaddr.js'

/** Where a request came from, at two widths. */
export interface ClientNetwork {
  /** An IPv4 address, or the first 56 bits of an IPv6 address: a home has as many addresses below them as it likes. */
  readonly address: string
  /** The first 48 bits of an IPv6 address, as much as anybody is given who asks; absent for IPv4. */
  readonly network?: string
}

/** As providers give them to homes and to organisations (RIPE-690, section 4). */
const [homeBits, siteBits] = [56, 48]

/**
 * The network that a request came from. The platform sets both headers itself and drops what a client sent in them; where
 * neither is there, or holds no address, all such requests are one network's.
 */
export function clientNetwork(headers: Headers): ClientNetwork {
  const sent = headers.get('x-real-ip') ?? headers.get('x-forwarded-for')?.split(',')[0] ?? ''
  const text = withoutPort(sent.trim())
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return { address: '' }
  // An IPv4 address in the form of IPv6 is the IPv4 address.
  const address = ipaddr.process(text).toString()
  if (ipaddr.IPv4.isValid(address)) return { address }
  const prefix = (bits: number): string =>
    `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`).toString()}/${bits}`
  return { address: prefix(homeBits), network: prefix(siteBits) }
}

/** `[2001:db8::1]:443`, `192.0.2.1:443` and `fe80::1%eth0`, as some proxies write them. */
const withoutPort = (text: string): string =>
  text
    .replace(/%[^\]]*/, '')
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
