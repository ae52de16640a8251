/** Headers that pages of other origins may send, and may read of a response. */
const allowedHeaders = 'authorization, content-type, x-user-id'
const exposedHeaders = 'x-request-id, retry-after, server-timing'
const preflightSeconds = 7_200

/**
 * Lets the calling page read the response if its origin is allowed by the operator (Fetch standard, CORS protocol). No
 * `Access-Control-Allow-Credentials`: cookies decide nothing here. If any origin is allowed, `Vary` makes caches store
 * a copy for each.
 */
export function allowOrigin(request: Request, headers: Headers, origins: readonly string[]): void {
  if (origins.length === 0) return
  headers.append('vary', 'origin')
  const origin = findOrigin(request, origins)
  if (origin === undefined) return
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-expose-headers', exposedHeaders)
}

/** The response to an allowed page's preflight request; undefined for any other request. */
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
