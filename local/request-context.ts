import { AsyncLocalStorage } from 'node:async_hooks'

/** What Vercel's runtime stores under this symbol, for `@vercel/functions` and `@vercel/otel`. */
interface RequestContext {
  readonly waitUntil: (work: Work) => void
  readonly headers: Readonly<Record<string, string>>
  readonly url: string
}

type Work = Promise<unknown> | (() => Promise<unknown>)

const contexts = new AsyncLocalStorage<RequestContext>()

Reflect.set(globalThis, Symbol.for('@vercel/request-context'), { get: () => contexts.getStore() })

/** Runs a request so that `waitUntil` of `@vercel/functions`, called anywhere in it, passes its work to `waitUntil`. */
export function withRequestContext<Result>(
  { url, headers }: Request,
  waitUntil: (work: Promise<unknown>) => void,
  answer: () => Result,
): Result {
  const begin = (work: Work): void => waitUntil(typeof work === 'function' ? work() : work)
  return contexts.run({ waitUntil: begin, url, headers: Object.fromEntries(headers) }, answer)
}
