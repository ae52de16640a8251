import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * The client's address: the trusted header's, or else that of the connection. Of a list (`X-Forwarded-For`) the last
 * address counts, which the nearest proxy added; the client may have made up the others.
 */
export function findClientAddress(
  {
    headersDistinct,
    socket,
  }: Pick<IncomingMessage, 'headersDistinct'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  trustedHeader: string | undefined,
): string {
  const forwarded =
    trustedHeader === undefined ? undefined : headersDistinct[trustedHeader]?.at(-1)?.split(',').at(-1)?.trim()
  const address = forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : (socket.remoteAddress ?? '')
  // An IPv4-mapped IPv6 address, in any spelling, becomes the IPv4 address.
  return isIP(address) === 0 ? address : ipaddr.process(address).toString()
}
