import { isIP } from 'node:net'
import { isHost, numberSetting, parseSettings, textSetting } from '../lib/runtime/index.ts'
import { hostsSetting } from './hosts-setting.ts'
import type { EnvironmentValues } from './environment.ts'

/** How a self-hosted server is reached. */
export interface ServingSettings {
  readonly host: string
  readonly port: number
  /** The header in which the proxy passes the client's address, in lower case; undefined without a proxy. */
  readonly clientAddressHeader: string | undefined
  /** The accepted names in `Host` besides this machine's own; any if undefined. */
  readonly allowedHosts: readonly string[] | undefined
}

/** The port and host names of a local server. */
export const portSetting = {
  ALLOWED_HOSTS: hostsSetting,
  PORT: numberSetting('a number from 0 to 65535', { unset: 3000, max: 65_535 }),
}

/** The settings of `npm run serve` besides those of the functions. */
export const servingSettings = {
  ...portSetting,
  HOST: textSetting('an address such as "127.0.0.1", or "0.0.0.0" for all', (value) =>
    isIP(value) !== 0 || (isHost(value) && !value.startsWith('[')) ? undefined : 'is no name or address of a host',
  ),
  CLIENT_ADDRESS_HEADER: textSetting('one such as "x-real-ip"', (value) =>
    /^[a-z0-9-]+$/i.test(value) ? undefined : 'is no name of a header',
  ),
}

/** Parses them; they must have been checked. */
export function parseServingSettings(environment: EnvironmentValues): ServingSettings {
  const { HOST, PORT, CLIENT_ADDRESS_HEADER, ALLOWED_HOSTS } = parseSettings(servingSettings, environment).values()
  return {
    host: HOST || '127.0.0.1',
    port: PORT,
    clientAddressHeader: CLIENT_ADDRESS_HEADER.toLowerCase() || undefined,
    allowedHosts: ALLOWED_HOSTS,
  }
}
