import { isDecodable } from './is-decodable.ts'
import { isHost } from './is-host.ts'

const sslModes = /^(?:disable|allow|prefer|require|verify-ca|verify-full|no-verify)$/
/** Parts that some drivers read from the query instead of their own place. */
const elsewhere = ['host', 'hostaddr', 'port', 'user', 'password', 'dbname']
const unencoded =
  'has a character in its user or password that must be percent-encoded (%23 for #, %2F for /, %3F for ?, %40 for @, %25 for %)'

/**
 * What is wrong with a connection string; undefined if nothing. Parsed by hand: a URL parser misreads a password with a
 * raw `#` or `/`, and quotes parts of it.
 */
export function findConnectionFault(value: string): string | undefined {
  if (/^psql\s/.test(value)) return 'is a whole psql command'
  if (/\s/.test(value)) return 'has a blank in it'
  if (!/^[a-z][a-z0-9+.:-]*:\/\//i.test(value)) return 'has no scheme'
  if (!/^postgres(?:ql)?:\/\//.test(value)) return 'has a scheme that is not postgresql'
  const [, authority = '', path = '', query = ''] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)(.*)$/.exec(value) ?? []
  const at = authority.indexOf('@')
  const host = authority.slice(at + 1)
  if (/[@#]/.test(host + path + query)) return unencoded
  return at < 0
    ? 'has no user'
    : (findUserFault(authority.slice(0, at)) ?? findHostFault(host) ?? findDatabaseFault(path) ?? findQueryFault(query))
}

function findUserFault(userAndPassword: string): string | undefined {
  if (userAndPassword.includes('\\') || !isDecodable(userAndPassword)) return unencoded
  return /^(?::|$)/.test(userAndPassword) ? 'has no user' : undefined
}

function findHostFault(host: string): string | undefined {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(host) ?? []
  if (name === '') return 'has no host'
  if (!isHost(name)) return 'has no usable host'
  if (port === undefined) return undefined
  return /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535 ? undefined : 'has no usable port'
}

function findDatabaseFault(path: string): string | undefined {
  if (path.length < 2) return 'has no database'
  return path.includes('/', 1) || !isDecodable(path) ? 'has more in its path than a database' : undefined
}

function findQueryFault(query: string): string | undefined {
  const parameters = new URLSearchParams(query)
  if (elsewhere.some((name) => parameters.has(name))) return 'has a host, user or password in its query'
  const mode = parameters.get('sslmode')
  return mode !== null && !sslModes.test(mode) ? 'has an sslmode that there is not' : undefined
}
