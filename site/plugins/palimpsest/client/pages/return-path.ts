/** A path on this site taken from `?return=`; anything that could lead elsewhere is dropped. */
export function parseReturnPath(search: string): string | undefined {
  const path = new URLSearchParams(search).get('return')
  const url = path?.startsWith('/') ? parseUrl(path) : undefined
  return url?.origin === here ? url.pathname + url.search + url.hash : undefined
}

const here = 'http://here.invalid'

/** `URL.canParse` and `URL.parse` are younger than the browsers that the pages support. */
function parseUrl(path: string): URL | undefined {
  try {
    return new URL(path, here)
  } catch {
    return undefined
  }
}

/** The same path with the personalized tab asked for. */
export function withPersonalizedView(path: string): string {
  const url = new URL(path, here)
  url.searchParams.set('view', 'personalized')
  return url.pathname + url.search + url.hash
}
