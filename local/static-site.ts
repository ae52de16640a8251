import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import sirv from 'sirv'

/** Docusaurus puts the content's hash into these names. */
const hashedAsset = /^\/(?:[a-z]{2,3}\/)?assets\/.*[.-][0-9a-f]{8,}\.\w+$/

/**
 * Serves the files of a built site with clean URLs, validators and compression. The list of files is read once: a request can
 * only name one of them, and files that change later need a new start. Headers already set on the answer win.
 */
export async function createStaticSite(
  siteDir: string,
): Promise<(incoming: IncomingMessage, outgoing: ServerResponse) => void> {
  const notFoundPage = await readFile(join(siteDir, '404.html')).catch(() => null)
  const compress = compression()
  const files = sirv(siteDir, { etag: true, extensions: ['html'] })
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      outgoing.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    setDefaultCaching(incoming, outgoing)
    // The server sends whole files only.
    delete incoming.headers.range
    compress(incoming, outgoing, () => files(incoming, outgoing, () => sendNotFound(outgoing, notFoundPage)))
  }
}

/** The paths of a folder's files. On Vercel, too, a file goes before a function. */
export async function listFiles(siteDir: string, folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(join(siteDir, folder), { recursive: true }).catch(() => [])
  return new Set(names.map((name) => `/${folder}/${name.replaceAll('\\', '/')}`))
}

function setDefaultCaching(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (outgoing.hasHeader('cache-control')) return
  const hashed = hashedAsset.test(incoming.url?.split('?')[0] ?? '')
  outgoing.setHeader(
    'cache-control',
    hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  )
}

function sendNotFound(outgoing: ServerResponse, page: Buffer | null): void {
  const type = page === null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8'
  outgoing.setHeader('cache-control', 'public, max-age=0, must-revalidate')
  outgoing.writeHead(404, { 'content-type': type }).end(page ?? 'Not found\n')
}
