/** A cache in front of a function that follows Vercel's documented rules. */
export interface VercelCdn {
  /** Answers with `x-vercel-cache: HIT`, `STALE` or `MISS`. */
  readonly fetch: (request: Request) => Promise<Response>
}

interface CachedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: ArrayBuffer
  readonly storedAt: number
  readonly directives: Directives
}
type Directives = ReadonlyMap<string, string>

const cacheableStatuses = new Set([200, 301, 302, 307, 308, 404, 410])

/**
 * Vercel's CDN (vercel.com/docs/headers/cache-control-headers and /docs/caching/cdn-cache): only `GET` and `HEAD`
 * without `Authorization` or `Range`; the most specific of three headers decides; `private`, `no-store`, `no-cache`,
 * a cookie and `Vary: *` forbid; one entry for each URL and each value of the headers in `Vary`.
 */
export function createVercelCdn(origin: (request: Request) => Promise<Response>, now: () => number): VercelCdn {
  const cache = new Map<string, CachedResponse>()
  const varied = new Map<string, string>()

  async function ask(request: Request): Promise<Response> {
    const response = await origin(request.clone())
    const directives = readDirectives(response.headers)
    if (!mayStore(request, response, directives)) return forward(response)
    const body = await response.clone().arrayBuffer()
    varied.set(request.url, response.headers.get('vary') ?? '')
    const headers = [...response.headers].filter(([name]) => name !== 'vercel-cdn-cache-control')
    cache.set(keyOf(request), { status: response.status, headers, body, storedAt: now(), directives })
    return forward(response)
  }
  const keyOf = (request: Request): string => {
    const names = (varied.get(request.url) ?? '').split(',').map((name) => name.trim().toLowerCase())
    return JSON.stringify([request.url, ...names.map((name) => (name === '' ? '' : request.headers.get(name)))])
  }
  return {
    async fetch(request) {
      const entry = mayLook(request) ? cache.get(keyOf(request)) : undefined
      if (!entry) return marked(await ask(request), 'MISS')
      const age = (now() - entry.storedAt) / 1_000
      const fresh = lifetime(entry.directives)
      if (age <= fresh) return marked(revive(entry), 'HIT')
      if (age > fresh + seconds(entry.directives, 'stale-while-revalidate')) return marked(await ask(request), 'MISS')
      await ask(request)
      return marked(revive(entry), 'STALE')
    },
  }
}

const mayLook = ({ method, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && !headers.has('authorization') && !headers.has('range')

const mayStore = (request: Request, { status, headers }: Response, directives: Directives): boolean =>
  mayLook(request) &&
  cacheableStatuses.has(status) &&
  !headers.has('set-cookie') &&
  !/\*|cookie/i.test(headers.get('vary') ?? '') &&
  !['private', 'no-store', 'no-cache'].some((directive) => directives.has(directive)) &&
  lifetime(directives) > 0

function readDirectives(headers: Headers): Directives {
  const specific = headers.get('vercel-cdn-cache-control') ?? headers.get('cdn-cache-control')
  const value = specific ?? headers.get('cache-control') ?? ''
  return new Map(
    value.split(',').map((directive) => {
      const [name = '', seconds = ''] = directive.trim().toLowerCase().split('=')
      // Without a header of its own, the CDN stores only what has `s-maxage`.
      return [specific === null && name === 'max-age' ? 'max-age of browsers' : name, seconds]
    }),
  )
}

const seconds = (directives: Directives, name: string): number => Number(directives.get(name) ?? 0)
const lifetime = (directives: Directives): number =>
  seconds(directives, directives.has('s-maxage') ? 's-maxage' : 'max-age')

const revive = ({ status, headers, body }: CachedResponse): Response =>
  new Response(body, { status, headers: headers.map(([name, value]): [string, string] => [name, value]) })

function forward(response: Response): Response {
  const copy = new Response(response.body, response)
  copy.headers.delete('vercel-cdn-cache-control')
  return copy
}

function marked(response: Response, how: 'HIT' | 'STALE' | 'MISS'): Response {
  response.headers.set('x-vercel-cache', how)
  return response
}
