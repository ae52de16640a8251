import { readFile } from 'node:fs/promises'
import { getTransformedRoutes } from '@vercel/routing-utils'
import * as v from 'valibot'

/** One rule of `vercel.json` after Vercel's own translation into a regular expression. */
export interface VercelRoute {
  readonly pattern: RegExp
  readonly headers: Readonly<Record<string, string>>
  /** A redirect's status; null for a rule that only adds headers. */
  readonly status: number | null
}

/** The keys that shape routes; the others (`functions`, `buildCommand`, …) do not matter to a local server. */
const configSchema = v.object({
  cleanUrls: v.exactOptional(v.boolean()),
  trailingSlash: v.exactOptional(v.boolean()),
  headers: v.exactOptional(
    v.array(v.strictObject({ source: v.string(), headers: v.array(v.object({ key: v.string(), value: v.string() })) })),
  ),
  redirects: v.exactOptional(
    v.array(
      v.strictObject({
        source: v.string(),
        destination: v.string(),
        permanent: v.exactOptional(v.boolean()),
        statusCode: v.exactOptional(v.number()),
      }),
    ),
  ),
  rewrites: v.exactOptional(v.never('the local server knows no rewrites')),
  routes: v.exactOptional(v.never('the local server knows headers and redirects, not routes')),
})

/** Reads the rules of a `vercel.json`; none when the file does not exist. */
export async function readVercelRoutes(path: string): Promise<VercelRoute[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}'
    throw error
  })
  return parseVercelRoutes(JSON.parse(text))
}

/** Throws with the field's path when a rule is not one that the local server applies. */
export function parseVercelRoutes(json: unknown): VercelRoute[] {
  const parsed = v.safeParse(configSchema, json)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new Error(`Cannot use vercel.json: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  }
  const { routes, error } = getTransformedRoutes(parsed.output)
  if (error !== null) throw new Error(`Cannot use vercel.json: ${error.message}`)
  return (routes ?? []).flatMap((route) =>
    'handle' in route
      ? []
      : [{ pattern: new RegExp(route.src), headers: route.headers ?? {}, status: route.status ?? null }],
  )
}

export interface RoutedRequest {
  readonly headers: Readonly<Record<string, string>>
  /** Set when the request is answered by a redirect. */
  readonly redirect: { readonly status: number; readonly location: string } | null
}

/** Applies the rules in order, as Vercel does before it looks for a file or a function. */
export function applyVercelRoutes(routes: readonly VercelRoute[], url: URL): RoutedRequest {
  const headers: Record<string, string> = {}
  for (const route of routes) {
    const match = route.pattern.exec(url.pathname)
    if (match === null) continue
    for (const [name, value] of Object.entries(route.headers)) headers[name.toLowerCase()] = fill(value, match)
    const { location, ...others } = headers
    if (route.status !== null && location !== undefined) {
      return { headers: others, redirect: { status: route.status, location: withQuery(location, url.search) } }
    }
  }
  return { headers, redirect: null }
}

function fill(value: string, match: RegExpExecArray): string {
  return value.replaceAll(/\$(\d)/g, (_all, group: string) => match[Number(group)] ?? '')
}

/** A path like `//host` must not become a redirect to another host. */
function withQuery(location: string, search: string): string {
  return location.replace(/^\/{2,}/, '/') + (location.includes('?') ? search.replace('?', '&') : search)
}
