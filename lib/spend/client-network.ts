/**
 * The network that a request came from, as one name: an IPv4 address, or the first 64 bits of an IPv6 address, of which
 * everybody has as many as they like. The platform sets both headers itself and drops what a client sent in them; where
 * neither is there, all such requests are one network's.
 */
export function clientNetwork(headers: Headers): string {
  const address = headers.get('x-real-ip') ?? headers.get('x-forwarded-for')?.split(',')[0] ?? ''
  return networkOf(address.trim().toLowerCase())
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [before = '', after = ''] = address.split('::')
  const head = groupsOf(before)
  const tail = groupsOf(after)
  const zeros = Array.from({ length: Math.max(8 - head.length - tail.length, 0) }, () => '0')
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`
}

const groupsOf = (text: string): string[] =>
  text.split(':').flatMap((group) => (group === '' ? [] : [group.replace(/^0+(?=.)/, '')]))
