import { AsyncLocalStorage } from 'node:async_hooks'

/** What Vercel's runtime puts behind this symbol, as `@vercel/functions` and `@vercel/otel` read it. */
interface RequestContext {
  readonly waitUntil: (work: Work) => void
  readonly headers: Readonly<Record<string, string>>
  readonly url: string
}

type Work = Promise<unknown> | (() => Promise<unknown>)

const contexts = new AsyncLocalStorage<RequestContext>()

Reflect.set(globalThis, Symbol.for('@vercel/request-context'), { get: () => contexts.getStore() })

/** Answers a request so that `waitUntil` of `@vercel/functions`, called anywhere below it, hands its work to `waitUntil`. */
export function withRequestContext<Result>(
  { url, headers }: Request,
  waitUntil: (work: Promise<unknown>) => void,
  answer: () => Result,
): Result {
  const begin = (work: Work): void => waitUntil(typeof work === 'function' ? work() : work)
  return contexts.run({ waitUntil: begin, url, headers: Object.fromEntries(headers) }, answer)
}
