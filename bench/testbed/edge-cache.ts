import { createServer } from 'node:http'
import { listen, type Listening } from '../../local/listen.ts'
import { createVercelCdn } from '../../test/support/vercel-cdn.ts'

/** A cache in front of the functions that stores what Vercel's rules allow, over HTTP. */
export function startEdgeCache(origin: string): Promise<Listening> {
  const cdn = createVercelCdn(fetch, () => performance.now())
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { status, body } = await cdn.fetch(new Request(origin + (request.url ?? '/')))
      response.writeHead(status)
      response.end(Buffer.from(await new Response(body).arrayBuffer()))
    }
    void answer()
  })
  return listen(server)
}
