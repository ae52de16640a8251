/** A path on this site taken from `?return=`; anything that could lead elsewhere is dropped. */
export function parseReturnPath(search: string): string | undefined {
  const path = new URLSearchParams(search).get('return')
  const here = 'http://here.invalid'
  if (!path?.startsWith('/') || !URL.canParse(path, here)) {
    return undefined
  }
  const url = new URL(path, here)
  return url.origin === here ? url.pathname + url.search + url.hash : undefined
}

/** The same path with the personalized tab asked for. */
export function withPersonalizedView(path: string): string {
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.set('view', 'personalized')
  return url.pathname + url.search + url.hash
}
