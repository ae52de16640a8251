import type { Setting } from './setting.ts'

/** A list of origins as browsers write them, separated by commas; empty if unset. */
export const originsSetting: Setting<readonly string[]> = {
  wanted: 'origins with commas between, such as "https://learn.example.org", without a path and without "*"',
  findFault(value) {
    const faults = split(value).map(findOriginFault)
    const at = faults.findIndex((fault) => fault !== undefined)
    return at < 0 ? undefined : `${faults[at]}${faults.length > 1 ? ` (in place ${at + 1} of ${faults.length})` : ''}`
  },
  parse: split,
}

function split(value: string): readonly string[] {
  return value === '' ? [] : value.split(',').map((origin) => origin.trim())
}

/** What is wrong with an origin, compared with what a browser sends in `Origin`; undefined if nothing. */
function findOriginFault(text: string): string | undefined {
  if (text === '') return 'has nothing between two commas'
  if (text.includes('*')) return 'has a "*"'
  if (/\s/.test(text)) return 'has a blank in an origin'
  if (!/^https?:\/\//i.test(text)) return 'has an origin without http:// or https://'
  if (!URL.canParse(text)) return 'has an origin that cannot be read'
  const { origin, pathname, search, hash, username } = new URL(text)
  if (origin === text) return undefined
  if (username !== '') return 'has an origin with a user'
  if (pathname !== '/' || search !== '' || hash !== '') return 'has an origin with a path'
  if (text.endsWith('/')) return 'has an origin with a "/" at its end'
  return 'has an origin that is not as browsers write it (small letters, no port 80 or 443)'
}
