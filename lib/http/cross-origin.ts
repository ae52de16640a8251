/** What pages of other origins may send, and read of an answer beside its body. */
const allowedHeaders = 'authorization, content-type, x-user-id'
const exposedHeaders = 'x-request-id, retry-after, server-timing'
const preflightSeconds = 7_200

/**
 * Lets the page read the answer that asked for it, if its origin is one of the operator's (Fetch standard, CORS protocol); any
 * other origin is told nothing. Without `Access-Control-Allow-Credentials`: nothing here is decided by a cookie. Where
 * there are such origins, caches keep each one's answers apart.
 */
export function allowOrigin(request: Request, headers: Headers, origins: readonly string[]): void {
  if (origins.length === 0) return
  headers.append('vary', 'origin')
  const origin = findOrigin(request, origins)
  if (origin === undefined) return
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-expose-headers', exposedHeaders)
}

/** The answer to a browser that asks, for a page of such an origin, what it may send; undefined for every other request. */
export function answerPreflight(
  request: Request,
  { methods, origins }: { readonly methods: readonly string[]; readonly origins: readonly string[] },
): Response | undefined {
  if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) return undefined
  if (findOrigin(request, origins) === undefined) return undefined
  return new Response(null, {
    status: 204,
    headers: {
      'cache-control': 'no-store',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': String(preflightSeconds),
    },
  })
}

function findOrigin({ headers }: Request, origins: readonly string[]): string | undefined {
  const origin = headers.get('origin')
  return origins.find((allowed) => allowed === origin)
}
