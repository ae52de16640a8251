import { describeNetworkError } from '../describe-network-error.ts'
import { applyVercelRoutes, readVercelRoutes } from '../vercel-routes.ts'
import { ok, warning, wrong, type Check } from './check.ts'

const timeoutMs = 10_000

/** What a visitor of the site gets: its headers as `vercel.json` has them, assets that are kept, and its health. */
export async function checkSite(origin: string): Promise<Check[]> {
  const home = await get(new URL('/', origin))
  if (typeof home === 'string') return [wrong('site', `${origin} does not answer (${home})`, 'Check the address')]
  if (!home.ok) return [wrong('site', `${origin} answers with ${home.status}`, 'Check the deployment')]
  return [
    ok('site', `${origin} answers with ${home.status}`),
    await checkHeaders(home, origin),
    ...(origin.startsWith('https:') ? [checkTransport(home)] : []),
    await checkAssets(await home.text(), origin),
    await checkHealth(origin),
  ]
}

/** A word for what went wrong where there is no answer. */
async function get(url: URL): Promise<Response | string> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return `not within ${timeoutMs / 1_000} s`
    return describeNetworkError(error) ?? 'it cannot be reached'
  }
}

async function checkHeaders({ headers }: Response, origin: string): Promise<Check> {
  const wanted = applyVercelRoutes(await readVercelRoutes('vercel.json'), new URL('/', origin)).headers
  const other = Object.entries(wanted).flatMap(([name, value]) => (headers.get(name) === value ? [] : [name]))
  if (other.length > 0)
    return wrong('headers', `missing or not as in vercel.json: ${other.join(', ')}`, 'Deploy this checkout')
  return ok('headers', `as in vercel.json: ${Object.keys(wanted).join(', ')}`)
}

const checkTransport = ({ headers }: Response): Check =>
  headers.has('strict-transport-security')
    ? ok('headers', 'strict-transport-security is sent')
    : warning('headers', 'strict-transport-security is missing', 'Have the server in front of the site send it')

async function checkAssets(html: string, origin: string): Promise<Check> {
  const path = /(?:src|href)=["']?([^"'\s>]*\/assets\/[^"'\s>]+)/.exec(html)?.[1]
  if (path === undefined) return warning('assets', 'the home page names none', 'Check that the site was built')
  const asset = await get(new URL(path, origin))
  const kept = typeof asset === 'string' ? asset : (asset.headers.get('cache-control') ?? 'no cache-control')
  return kept.includes('immutable')
    ? ok('assets', `kept by browsers (${kept})`)
    : warning('assets', `not kept by browsers (${kept})`, 'Deploy this checkout; vercel.json makes them immutable')
}

async function checkHealth(origin: string): Promise<Check> {
  const health = await get(new URL('/api/health', origin))
  if (typeof health === 'string')
    return wrong('health', `/api/health does not answer (${health})`, 'Check the functions')
  const body = (await health.json().catch(() => ({}))) as Readonly<Record<string, unknown>>
  const fields = ['status', 'error', 'database', 'model', 'model_name', 'version'].flatMap((field) =>
    typeof body[field] === 'string' ? `${field} ${body[field]}` : [],
  )
  if (health.ok) return ok('health', fields.join(', '))
  const problems = body['error'] === 'not-configured' ? String(body['message']) : 'See what is unreachable'
  return wrong('health', `${health.status}: ${fields.join(', ')}`, problems)
}
