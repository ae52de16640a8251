import { parsePort } from './check-port.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'

/** How a server of one's own is reached. */
export interface ServingSettings {
  readonly host: string
  readonly port: number
  /** The header in which the proxy in front tells the client's address, in small letters; none where nothing is in front. */
  readonly clientAddressHeader: string | undefined
  /** The names that `Host` may have beside this machine's own; undefined for any. */
  readonly allowedHosts: readonly string[] | undefined
}

/** Parses `HOST`, `PORT`, `CLIENT_ADDRESS_HEADER` and `ALLOWED_HOSTS`; throws `CommandFailure`. */
export function parseServingSettings(environment: EnvironmentValues): ServingSettings {
  const header = environment['CLIENT_ADDRESS_HEADER']?.trim().toLowerCase() || undefined
  if (header !== undefined && !/^[a-z0-9-]+$/.test(header))
    throw new CommandFailure('CLIENT_ADDRESS_HEADER is no name of a header: wanted one such as "x-real-ip"')
  return {
    host: environment['HOST']?.trim() || '127.0.0.1',
    port: parsePort(environment['PORT']),
    clientAddressHeader: header,
    allowedHosts: parseHosts(environment['ALLOWED_HOSTS']),
  }
}

/** A list of names with commas between, as a URL has them; undefined when nothing is set. Throws `CommandFailure`. */
export function parseHosts(text = ''): readonly string[] | undefined {
  if (text.trim() === '') return undefined
  return text.split(',').map((name) => {
    const host = name.trim()
    const url = /^[\w.:[\]-]+$/.test(host) ? URL.parse(`http://${host}`) : null
    if (url?.port === '' && url.host !== '') return url.hostname
    throw new CommandFailure(
      'ALLOWED_HOSTS is no list of host names: wanted such as "learn.example.org,www.example.org", without scheme and port',
    )
  })
}
