import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import { Problem, problemResponse } from '../lib/errors/index.ts'
import { createId as createUuid } from '../lib/runtime/index.ts'
import { answerBadRequests } from './answer-bad-requests.ts'
import { describeFailure } from './command-failure.ts'
import { readEnvironment } from './environment.ts'
import { createFunctionRoutes } from './function-routes.ts'
import type { FunctionRoute } from './function-routes.ts'
import { hideSecrets } from './hide-secrets.ts'
import { listen } from './listen.ts'
import type { EdgeFunctions } from './load-functions.ts'
import { readUrl } from './read-url.ts'
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
  /** The header in which a proxy passes the client's address, in lower case; without it no header is trusted. */
  readonly clientAddressHeader?: string | undefined
  /** The accepted names in `Host`, besides this machine's own; any by default. */
  readonly allowedHosts?: readonly string[] | undefined
  /** Whether JSON answers are compressed, too, as Vercel does. */
  readonly compressAnswers?: boolean
  /** How long `close()` waits for responses in progress. */
  readonly graceMs?: number
  /** How long it then waits for work under `waitUntil`; as long as `graceMs` by default. */
  readonly workGraceMs?: number
  readonly createId?: () => string
  /** Called with what a function threw, which the client does not see. */
  readonly onError?: (error: unknown) => void
}

export interface RunningServer {
  /** Origin without a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/** The local stand-in for Vercel: the built site and the functions on one port. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1', graceMs = 2000, onError = printError, createId = createUuid } = options
  const work = new Set<Promise<unknown>>()
  const waitUntil = (promise: Promise<unknown>): void => {
    const tracked = promise.catch(onError).finally(() => work.delete(tracked))
    work.add(tracked)
  }
  const answer = await createAnswer({ ...options, host, onError }, waitUntil)
  const refuse = createRefusal({ onError, createId })
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    answer(incoming, outgoing)
      .catch((error: unknown) => refuse(error, outgoing))
      .catch(onError)
  })
  answerBadRequests(server, createId)
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

type ErrorListener = Required<Pick<ServerOptions, 'onError'>>

/** Answers a request with a redirect, a file or a function's response; throws a `Problem` if there is none. */
async function createAnswer(
  options: ServerOptions & Required<Pick<ServerOptions, 'host'>> & ErrorListener,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<(incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>> {
  const serveSite = await createStaticSite(options.siteDir)
  const filesOfApi = await listFiles(options.siteDir, 'api')
  const compress = options.compressAnswers === true ? compression({ filter: isJson }) : asItIs
  const callFunction = createCaller(options, waitUntil)
  return async (incoming, outgoing) => {
    const url = readUrl(incoming, options)
    if (route(options.vercelRoutes ?? [], url, outgoing)) return
    if (!isApi(url) || filesOfApi.has(url.pathname)) return serveSite(incoming, outgoing)
    await new Promise<void>((resolve) => compress(incoming, outgoing, () => resolve()))
    await sendResponse(await callFunction(incoming, url), outgoing)
  }
}

/** Sends an error in the one JSON shape; if part of a response was sent, cuts the connection. */
function createRefusal({ onError, createId }: ErrorListener & Required<Pick<ServerOptions, 'createId'>>) {
  return async (error: unknown, outgoing: ServerResponse): Promise<void> => {
    if (!(error instanceof Problem)) onError(error)
    if (outgoing.headersSent) return void outgoing.destroy()
    const problem =
      error instanceof Problem ? error : new Problem('internal-error', 'Something went wrong on our side.')
    await sendResponse(problemResponse(problem, createId()), outgoing)
  }
}

const isApi = ({ pathname }: URL): boolean => pathname === '/api' || pathname.startsWith('/api/')

/** Only JSON is compressed; events are sent as they happen. */
const isJson = (_: IncomingMessage, outgoing: ServerResponse): boolean =>
  String(outgoing.getHeader('content-type')).startsWith('application/json')

const asItIs = (_incoming: IncomingMessage, _outgoing: ServerResponse, next: () => void): void => next()

/** Sets the headers of `vercel.json`, and sends its redirect if there is one. */
function route(routes: readonly VercelRoute[], url: URL, outgoing: ServerResponse): boolean {
  const { headers, redirect } = applyVercelRoutes(routes, url)
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
  if (redirect === null) return false
  outgoing.writeHead(redirect.status, { location: redirect.location }).end()
  return true
}

function createCaller(
  { functions, onError, clientAddressHeader }: Pick<ServerOptions, 'functions' | 'clientAddressHeader'> & ErrorListener,
  waitUntil: (work: Promise<unknown>) => void,
): (incoming: IncomingMessage, url: URL) => Promise<Response> {
  const findRoute = createFunctionRoutes(Object.keys(functions))
  return async (incoming, url) => {
    const found = findRoute(url.pathname)
    const call = found === null ? undefined : functions[found.file]
    if (found === null || call === undefined)
      throw new Problem('not-found', `Nothing answers ${url.pathname.slice(0, 200)}.`)
    const request = toWebRequest(incoming, withParams(url, found), clientAddressHeader)
    const response = await withRequestContext(request, waitUntil, async () => call(request))
    // A client that is still sending gets the response only when all of it is read.
    if (request.body && !request.bodyUsed) request.body.cancel().catch(onError)
    return response
  }
}

/** Vercel passes `[name]` segments as query parameters. */
function withParams(url: URL, { params }: FunctionRoute): URL {
  const withQuery = new URL(url)
  for (const [name, value] of Object.entries(params)) withQuery.searchParams.append(name, value)
  return withQuery
}

function printError(error: unknown): void {
  process.stderr.write(`${hideSecrets(describeFailure(error), readEnvironment())}\n`)
}
