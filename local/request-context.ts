import { AsyncLocalStorage } from 'node:async_hooks'

/** What Vercel's runtime puts behind this symbol, as `@vercel/functions` reads it. */
interface RequestContext {
  readonly waitUntil: (work: Promise<unknown>) => void
}

const contexts = new AsyncLocalStorage<RequestContext>()

Reflect.set(globalThis, Symbol.for('@vercel/request-context'), { get: () => contexts.getStore() })

/** Runs a function so that `waitUntil` of `@vercel/functions`, called anywhere below it, hands its work to `waitUntil`. */
export function withRequestContext<Result>(waitUntil: RequestContext['waitUntil'], run: () => Result): Result {
  return contexts.run({ waitUntil }, run)
}
