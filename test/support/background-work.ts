const work: Promise<unknown>[] = []

/** Replaces Vercel's request context: collects what the functions pass to `waitUntil`. */
Reflect.set(globalThis, Symbol.for('@vercel/request-context'), {
  get: () => ({ waitUntil: (promise: Promise<unknown>) => work.push(promise) }),
})

/** Waits until everything that was passed to `waitUntil` is done. */
export async function backgroundWork(): Promise<void> {
  while (work.length > 0) await Promise.all(work.splice(0))
}
