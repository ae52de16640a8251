import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * The address of whoever sent a request: what the trusted header says, or else the other end of the connection. Of a list
 * (`X-Forwarded-For`) the last address counts, which the nearest proxy has added; those before it are the client's own words.
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
  // An IPv4 address in the form of IPv6, however it is written, is the IPv4 address.
  return isIP(address) === 0 ? address : ipaddr.process(address).toString()
}
