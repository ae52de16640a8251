import { parsePort } from './check-port.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'

/** How a server of one's own is reached. */
export interface ServingSettings {
  readonly host: string
  readonly port: number
  /** The header in which the proxy in front tells the client's address, in small letters; none where nothing is in front. */
  readonly clientAddressHeader: string | undefined
}

/** Parses `HOST`, `PORT` and `CLIENT_ADDRESS_HEADER`; throws `CommandFailure`. */
export function parseServingSettings(environment: EnvironmentValues): ServingSettings {
  const header = environment['CLIENT_ADDRESS_HEADER']?.trim().toLowerCase() || undefined
  if (header !== undefined && !/^[a-z0-9-]+$/.test(header))
    throw new CommandFailure('CLIENT_ADDRESS_HEADER is no name of a header: wanted one such as "x-real-ip"')
  return {
    host: environment['HOST']?.trim() || '127.0.0.1',
    port: parsePort(environment['PORT']),
    clientAddressHeader: header,
  }
}
