import { readdir } from 'node:fs/promises'
import { sep } from 'node:path'

export interface FunctionRoute {
  /** Path below `api/`, for example `user/[user_id].ts`. */
  readonly file: string
  /** The decoded values of the `[name]` segments. */
  readonly params: Readonly<Record<string, string>>
}

interface RoutePattern {
  readonly file: string
  /** Literal segments as strings, `[name]` segments as `{name}`. */
  readonly segments: readonly (string | { readonly name: string })[]
}

/**
 * The files from which Vercel makes functions: all below `api/` except those that start with `_` or `.`, are in such a
 * folder, or end in `.d.ts` (https://vercel.com/docs/functions). Paths are relative, with `/`.
 */
export async function findFunctionFiles(apiDir: string): Promise<string[]> {
  const entries = await readdir(apiDir, { recursive: true })
  return entries
    .map((entry) => entry.split(sep).join('/'))
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('_') || part.startsWith('.')))
    .toSorted()
}

/** Maps a URL's path to the function that answers it; a literal segment beats a `[name]` segment, left to right. */
export function createFunctionRoutes(files: readonly string[]): (pathname: string) => FunctionRoute | null {
  const patterns = files.map(toPattern).toSorted(compareSpecificity)
  return (pathname) => {
    const parts = splitPath(pathname)
    for (const { file, segments } of patterns) {
      const params = parts === null ? null : matchSegments(segments, parts)
      if (params !== null) return { file, params }
    }
    return null
  }
}

function toPattern(file: string): RoutePattern {
  const parts = file.replace(/\.[^./]+$/, '').split('/')
  if (parts.at(-1) === 'index') parts.pop()
  const segments = parts.map((part) => {
    const name = /^\[([^.\]]+)\]$/.exec(part)?.[1]
    if (name === undefined && part.startsWith('['))
      throw new Error(`Cannot route api/${file}: only whole [name] segments are known`)
    return name === undefined ? part : { name }
  })
  return { file, segments }
}

function compareSpecificity(one: RoutePattern, other: RoutePattern): number {
  const shape = ({ segments }: RoutePattern) =>
    segments.map((segment) => (typeof segment === 'string' ? '0' : '1')).join('')
  return shape(one) < shape(other) ? -1 : Number(shape(one) > shape(other))
}

/**
 * The decoded segments below `/api`; null for another path or one that cannot be decoded. One trailing slash is
 * allowed.
 */
function splitPath(pathname: string): string[] | null {
  const below = /^\/api(?:\/(.*?))?\/?$/.exec(pathname)
  if (below === null) return null
  try {
    return below[1] === undefined || below[1] === '' ? [] : below[1].split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

function matchSegments(segments: RoutePattern['segments'], parts: readonly string[]): Record<string, string> | null {
  if (segments.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [i, segment] of segments.entries()) {
    const part = parts[i] ?? ''
    if (typeof segment === 'string' ? segment !== part : part === '') return null
    if (typeof segment !== 'string') params[segment.name] = part
  }
  return params
}
