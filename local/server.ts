import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import { Problem, problemResponse } from '../lib/http/problem.ts'
import { createId as createUuid } from '../lib/runtime/live-environment.ts'
import { createFunctionRoutes } from './function-routes.ts'
import type { FunctionRoute } from './function-routes.ts'
import { listen } from './listen.ts'
import type { EdgeFunctions } from './load-functions.ts'
import { withRequestContext } from './request-context.ts'
import { sendResponse } from './send-response.ts'
import { createStaticSite, listFiles } from './static-site.ts'
import { toWebRequest } from './to-web-request.ts'
import { applyVercelRoutes } from './vercel-routes.ts'
import type { VercelRoute } from './vercel-routes.ts'

export interface ServerOptions {
  /** 0 (default) takes any free port. */
  readonly port?: number
  readonly host?: string
  /** The built site. */
  readonly siteDir: string
  /** By path below `api/`; `loadFunctions('api')` gives the real ones. */
  readonly functions: EdgeFunctions
  readonly vercelRoutes?: readonly VercelRoute[]
  /** The header in which a proxy in front tells the client's address, in small letters; without one no header is believed. */
  readonly clientAddressHeader?: string | undefined
  /** Whether JSON answers are compressed, too, as Vercel does. */
  readonly compressAnswers?: boolean
  /** How long `close()` waits for answers under way. */
  readonly graceMs?: number
  /** How long it then waits for work under `waitUntil`; as long as `graceMs` by default. */
  readonly workGraceMs?: number
  readonly createId?: () => string
  /** Told of what a function threw, which the client is not. */
  readonly onError?: (error: unknown) => void
}

export interface RunningServer {
  /** Origin without a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/** The local stand-in for Vercel: the built site and the functions on one port. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1', graceMs = 2000, onError = printError } = options
  const work = new Set<Promise<unknown>>()
  const waitUntil = (promise: Promise<unknown>): void => {
    const tracked = promise.catch(onError).finally(() => work.delete(tracked))
    work.add(tracked)
  }
  const serveSite = await createStaticSite(options.siteDir)
  const filesOfApi = await listFiles(options.siteDir, 'api')
  const compress = options.compressAnswers === true ? compression({ filter: isJson }) : asItIs
  const callFunction = createCaller({ createId: createUuid, ...options, onError }, waitUntil)
  const server = createServer((incoming, outgoing) => {
    const url = URL.parse(`http://${incoming.headers.host ?? host}${incoming.url ?? '/'}`)
    if (url === null) outgoing.writeHead(400).end()
    else if (!route(options.vercelRoutes ?? [], url, outgoing)) {
      if (isApi(url) && !filesOfApi.has(url.pathname))
        compress(incoming, outgoing, () => callFunction(incoming, outgoing, url).catch(onError))
      else serveSite(incoming, outgoing)
    }
  })
  const listening = await listen(server, { port, host, graceMs })
  return {
    url: listening.url,
    close: async () => {
      await listening.close()
      await Promise.race([
        Promise.all(work),
        new Promise((resolve) => setTimeout(resolve, options.workGraceMs ?? graceMs).unref()),
      ])
    },
  }
}

const isApi = ({ pathname }: URL): boolean => pathname === '/api' || pathname.startsWith('/api/')

/** Events are left alone: each one leaves as it happens. */
const isJson = (_: IncomingMessage, outgoing: ServerResponse): boolean =>
  String(outgoing.getHeader('content-type')).startsWith('application/json')

const asItIs = (_incoming: IncomingMessage, _outgoing: ServerResponse, next: () => void): void => next()

/** Sets the headers that `vercel.json` asks for, and answers with its redirect if there is one. */
function route(routes: readonly VercelRoute[], url: URL, outgoing: ServerResponse): boolean {
  const { headers, redirect } = applyVercelRoutes(routes, url)
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
  if (redirect === null) return false
  outgoing.writeHead(redirect.status, { location: redirect.location }).end()
  return true
}

type Caller = (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => Promise<void>

function createCaller(
  {
    functions,
    createId,
    onError,
    clientAddressHeader,
  }: Required<Pick<ServerOptions, 'functions' | 'createId' | 'onError'>> & Pick<ServerOptions, 'clientAddressHeader'>,
  waitUntil: (work: Promise<unknown>) => void,
): Caller {
  const findRoute = createFunctionRoutes(Object.keys(functions))
  const answer = async (incoming: IncomingMessage, url: URL): Promise<Response> => {
    const found = findRoute(url.pathname)
    const call = found === null ? undefined : functions[found.file]
    if (found === null || call === undefined) {
      return problemResponse(new Problem('not-found', `Nothing answers ${url.pathname}.`), createId())
    }
    const request = toWebRequest(incoming, withParams(url, found), clientAddressHeader)
    try {
      const response = await withRequestContext(request, waitUntil, async () => call(request))
      // A client that is still sending hears the answer only when all is read.
      if (request.body && !request.bodyUsed) request.body.cancel().catch(onError)
      return response
    } catch (error) {
      onError(error)
      return problemResponse(new Problem('internal-error', 'Something failed on our side.'), createId())
    }
  }
  return async (incoming, outgoing, url) => sendResponse(await answer(incoming, url), outgoing)
}

/** Vercel hands a function its `[name]` segments as query parameters. */
function withParams(url: URL, { params }: FunctionRoute): URL {
  const withQuery = new URL(url)
  for (const [name, value] of Object.entries(params)) withQuery.searchParams.append(name, value)
  return withQuery
}

function printError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
