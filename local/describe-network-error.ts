/** Node's connection error codes in plain words. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up from here',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'there is no way to it from here',
  ECONNRESET: 'it hung up',
  UND_ERR_SOCKET: 'it hung up',
  ETIMEDOUT: 'it does not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not one that is trusted here',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not one that is trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not one that is trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not one that is trusted here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  EPROTO: 'it speaks no TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it speaks no TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it speaks no TLS',
}

/**
 * Why there was no connection, in words and with Node's code; never the error's message, which may quote an address.
 */
export function describeNetworkError(error: unknown): string | undefined {
  const code = findCode(error)
  if (code === undefined) return undefined
  const description = words[code]
  return description === undefined ? code : `${description}, ${code}`
}

/** The code of an error or of its cause; of several addresses, the first one's. */
function findCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(error.code)) return error.code
  const [first] = error instanceof AggregateError ? (error.errors as readonly unknown[]) : []
  return findCode(error.cause) ?? findCode(first)
}
