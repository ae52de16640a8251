const work: Promise<unknown>[] = []

/** Stands where Vercel's runtime puts its request context: collects what the functions hand to `waitUntil`. */
Reflect.set(globalThis, Symbol.for('@vercel/request-context'), {
  get: () => ({ waitUntil: (promise: Promise<unknown>) => work.push(promise) }),
})

/** Waits until everything that was handed to `waitUntil` is done. */
export async function keptAlive(): Promise<void> {
  while (work.length > 0) await Promise.all(work.splice(0))
}
