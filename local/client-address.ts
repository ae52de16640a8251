import { isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'

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
  const told =
    trustedHeader === undefined ? undefined : headersDistinct[trustedHeader]?.at(-1)?.split(',').at(-1)?.trim()
  const address = told !== undefined && isIP(told) !== 0 ? told : (socket.remoteAddress ?? '')
  return address.replace(/^::ffff:/, '')
}
