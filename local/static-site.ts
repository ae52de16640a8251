import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import sirv from 'sirv'

/** Docusaurus puts the content's hash into these names. */
const hashedAsset = /^\/(?:[a-z]{2,3}\/)?assets\/.*[.-][0-9a-f]{8,}\.\w+$/

/**
 * Serves the files of a built site with clean URLs, validators and compression, each as it is at that moment: a site may be built
 * again while it is served. Headers already set on the answer win.
 */
export async function createStaticSite(
  siteDir: string,
): Promise<(incoming: IncomingMessage, outgoing: ServerResponse) => void> {
  const notFoundPage = await readFile(join(siteDir, '404.html')).catch(() => null)
  const compress = compression()
  const files = sirv(siteDir, { dev: true, etag: true, extensions: ['html'] })
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
      outgoing.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    setDefaultCaching(incoming, outgoing)
    // The server sends whole files only.
    delete incoming.headers.range
    // A file that is gone, or became another, between its size and its content ends this answer and nothing else.
    outgoing.on('pipe', (file) => file.on('error', () => outgoing.destroy()))
    const refuse = (): void => sendNotFound(outgoing, notFoundPage)
    compress(incoming, outgoing, () => (isHidden(incoming.url) ? refuse() : files(incoming, outgoing, refuse)))
  }
}

/** Whether a path names a file or folder that begins with a dot, as nothing of a site does but `.well-known`. */
const isHidden = (path = ''): boolean => /\/(?:\.|%2e)(?!well-known\/)/i.test(path)

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
