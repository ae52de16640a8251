type Values = Readonly<Record<string, string | undefined>>

/**
 * Where the built site stands, for what needs whole addresses: canonical links, previews, sitemaps, robots.txt. `SITE_URL` if it is
 * set, else the production address that Vercel gives its builds, else this machine.
 *
 * @throws if it is no origin: https or http, a host, nothing after it.
 */
export function findSiteUrl({ SITE_URL: own, VERCEL_PROJECT_PRODUCTION_URL: host }: Values): string {
  if (own) return readOrigin(own)
  return host ? `https://${host}` : 'http://localhost:3000'
}

function readOrigin(value: string): string {
  const url = URL.parse(value)
  if (url && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(value)) return url.origin
  throw new Error('SITE_URL: wanted an origin, as https://book.example.org, without a path.')
}
