import { isHost, type Setting } from '../lib/runtime/index.ts'

/** Host names as in a URL, separated by commas; undefined if unset. */
export const hostsSetting: Setting<readonly string[] | undefined> = {
  wanted: 'names of hosts with commas between, such as "learn.example.org,www.example.org", without scheme and port',
  findFault: (value) =>
    value === '' || split(value).every(isHost) ? undefined : 'has something that is no name of a host',
  parse: (value) => (value === '' ? undefined : split(value).map((host) => new URL(`http://${host}`).hostname)),
}

const split = (value: string): readonly string[] => value.split(',').map((host) => host.trim())
