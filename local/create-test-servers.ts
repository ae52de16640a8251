import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { EdgeFunctions } from './load-functions.ts'
import { startServer } from './server.ts'
import type { RunningServer, ServerOptions } from './server.ts'

export interface TestServers {
  /** Starts a server whose request ids are all `id-1`; returns its origin. */
  readonly serve: (functions?: EdgeFunctions, options?: Partial<ServerOptions>) => Promise<string>
  /** The site's folder. */
  readonly siteDir: () => string
  /** Closes the servers started so far; done after each test anyway. */
  readonly close: () => Promise<void>
}

/** Servers for the tests of one file, over a temporary site with these files (paths relative to the site's folder). */
export function createTestServers(pages: Readonly<Record<string, string>> = {}): TestServers {
  const running: RunningServer[] = []
  const close = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((server) => server.close()))
  }
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'palimpsest-site-'))
    for (const [name, text] of Object.entries({ 'index.html': '<h1>Home</h1>', ...pages })) {
      await mkdir(dirname(join(folder, 'build', name)), { recursive: true })
      await writeFile(join(folder, 'build', name), text)
    }
  })
  afterEach(close)
  afterAll(() => rm(folder, { recursive: true }))
  return {
    close,
    siteDir: () => join(folder, 'build'),
    async serve(functions = {}, options = {}) {
      const server = await startServer({
        siteDir: join(folder, 'build'),
        functions,
        createId: () => 'id-1',
        ...options,
      })
      running.push(server)
      return server.url
    },
  }
}

/** A response whose body is not read yet, over its own connection; unlike `fetch`, sends the path unchanged. */
export async function openRaw(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url)
  const [incoming]: IncomingMessage[] = await once(get({ hostname, port, path, headers, agent: false }), 'response')
  if (incoming === undefined) throw new Error('No answer')
  return incoming
}

/** Like `openRaw`, with the body as sent: not decompressed. */
export async function getRaw(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<IncomingMessage & { body: Buffer }> {
  const incoming = await openRaw(url, path, headers)
  return Object.assign(incoming, { body: Buffer.concat(await incoming.toArray()) })
}
