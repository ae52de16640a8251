/** The address that the transcript shows; requests go to wherever the server really listens. */
export const shownOrigin = 'http://localhost:3000'

/** The learner of the transcript. */
export const learner = '3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e'

export interface CurlRequest {
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
}

/** A `curl` command as one types it: `-i` shows status and headers, `-sN` leaves out the meter and shows events as they come. */
export function buildCurl(path: string, { method, headers = {}, body }: CurlRequest = {}): string {
  const allHeaders = { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) }
  return [
    `curl -isN ${method === undefined ? '' : `-X ${method} `}${quote(`${shownOrigin}${path}`)}`,
    ...Object.entries(allHeaders).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quote(JSON.stringify(body))}`]),
  ].join(' \\\n  ')
}

/** Quotes for the shell only what needs it, and so that a variable in it stands for its value. */
function quote(text: string): string {
  if (/^[\w:/.-]+$/.test(text)) return text
  return /\$[A-Z]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
