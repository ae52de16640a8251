/** Reads a list of origins with commas between, as browsers write them; undefined when one of them is none. */
export function parseOrigins(text: string): readonly string[] | undefined {
  const origins = text.trim() === '' ? [] : text.split(',').map((origin) => origin.trim())
  return origins.every(isOrigin) ? origins : undefined
}

/** What `Origin` says for a page on the web: no path, and no `*` for many, which a URL's host may have. */
const isOrigin = (text: string): boolean =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
