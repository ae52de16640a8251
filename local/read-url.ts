import type { IncomingMessage } from 'node:http'
import { Problem } from '../lib/errors/index.ts'

/** Names under which nobody but this machine itself is reached. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** A name or an IPv4 address, or an IPv6 address in brackets, and a port: no user, path or query (RFC 9112, section 3.2). */
const hostPattern = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

export interface HostOptions {
  /** What stands in for a `Host` that HTTP/1.0 leaves out. */
  readonly host: string
  /** The names that are answered for, without ports, beside this machine's own; any when undefined. */
  readonly allowedHosts?: readonly string[] | undefined
}

/** The URL that a request is for; throws `invalid-request` where its target or its `Host` is none, or names somebody else. */
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
