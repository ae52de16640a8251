import type { IncomingMessage } from 'node:http'
import { Problem } from '../lib/errors/index.ts'

/** Names that only reach this machine itself. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** A name or an IPv4 address, or an IPv6 address in brackets, and a port: no user, path or query (RFC 9112, section 3.2). */
const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

export interface HostOptions {
  /** Used if HTTP/1.0 leaves out `Host`. */
  readonly host: string
  /** The accepted names, without ports, besides this machine's own; any if undefined. */
  readonly allowedHosts?: readonly string[] | undefined
}

/** The URL of a request; throws `invalid-request` if its target or `Host` is invalid, or names another host. */
export function readUrl(incoming: IncomingMessage, { host, allowedHosts }: HostOptions): URL {
  const { url: target = '/', httpVersion, headersDistinct } = incoming
  const hosts = headersDistinct['host'] ?? (httpVersion === '1.0' ? [host] : [])
  const [sent = ''] = hosts
  const url = hosts.length === 1 && hostPattern.test(sent) ? URL.parse(`http://${sent}`) : null
  if (url === null) throw refuse('The header "Host" is no name of a server; wanted one, as "learn.example.org".')
  if (allowedHosts !== undefined && !ownNames.has(url.hostname) && !allowedHosts.includes(url.hostname))
    throw refuse('This server does not answer for the name in the header "Host".')
  const wanted = target.startsWith('/') ? URL.parse(`${url.origin}${target}`) : null
  if (wanted === null) throw refuse('The request is for no path; wanted one that begins with "/".')
  return wanted
}

const refuse = (message: string): Problem => new Problem('invalid-request', message)
