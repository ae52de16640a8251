import { gzipSync } from 'node:zlib'
import type { Page, Request } from 'playwright-core'

/** One file that a page has loaded. */
export interface PageFile {
  /** Path with its content hash. */
  readonly path: string
  /** As browsers name it: `document`, `script`, `stylesheet`, `font`, `image`, `fetch`, … */
  readonly kind: string
  /** Bytes after gzip; fonts and images as they are. */
  readonly bytes: number
}

const packed = new Set(['font', 'image'])

/** What a page loads until nothing comes any more, in the order of the answers; without what is fetched ahead for other pages. */
export function watchFiles(page: Page): { files(): Promise<PageFile[]> } {
  const requests: Request[] = []
  page.on('requestfinished', (request) => requests.push(request))
  return {
    async files() {
      await page.waitForLoadState('networkidle')
      const found = await Promise.all(requests.map(readFile))
      return found.filter((file) => file !== undefined)
    },
  }
}

async function readFile(request: Request): Promise<PageFile | undefined> {
  const { 'sec-purpose': purpose } = await request.allHeaders()
  if (purpose?.startsWith('prefetch')) return undefined
  const kind = request.resourceType()
  const response = await request.response()
  if (response === null || response.status() !== 200) return undefined
  const body = await response.body()
  return { path: new URL(request.url()).pathname, kind, bytes: packed.has(kind) ? body.length : gzipSync(body).length }
}
