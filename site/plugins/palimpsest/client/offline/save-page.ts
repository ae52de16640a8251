/** The cache that the service worker answers from; `service-worker.js` knows it by the same name. */
const cacheName = 'palimpsest-pages'

/** Pages with their scripts, styles, fonts and images; beyond this the oldest go. */
const filesMax = 600

/** What a page is made of, by what asked for it. What scripts fetch is none of it. */
const initiators = new Set(['script', 'link', 'css', 'img'])

/** The file that the plugin puts at the site's root. */
const workerFile = '/palimpsest-worker.js'

/**
 * Saves this page on the device, so that it opens without a network, and registers the service worker that opens it.
 * Where the browser forbids either, nothing happens: the page is read as ever.
 */
export async function savePage(workerUrl: string): Promise<void> {
  try {
    await navigator.serviceWorker.register(workerUrl)
    const cache = await caches.open(cacheName)
    await Promise.all(listFiles().map((file) => saveFile(cache, file)))
    const files = await cache.keys()
    await Promise.all(files.slice(0, Math.max(0, files.length - filesMax)).map((file) => cache.delete(file)))
  } catch {
    // Forbidden, full or without a network: reading offline is an extra.
  }
}

/** What the names of all our caches begin with, also those of earlier releases. */
const ofOurs = 'palimpsest-'

/** Forgets every page that is saved on the device, and the service worker with them. */
export async function dropPages(): Promise<void> {
  try {
    const workers = await navigator.serviceWorker.getRegistrations()
    const ours = workers.filter(({ installing, waiting, active }) =>
      (active ?? waiting ?? installing)?.scriptURL.endsWith(workerFile),
    )
    await Promise.all(ours.map((worker) => worker.unregister()))
    // Afterwards: until then the worker may still put a page there.
    const names = (await caches.keys()).filter((name) => name.startsWith(ofOurs))
    await Promise.all(names.map((name) => caches.delete(name)))
  } catch {
    // Forbidden: then nothing was saved either.
  }
}

/** This document, and all of this site that it has loaded so far. */
function listFiles(): string[] {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const files = loaded.filter(({ initiatorType }) => initiators.has(initiatorType)).map(({ name }) => new URL(name))
  const here = [new URL(location.href), ...files].filter(({ origin }) => origin === location.origin)
  return [...new Set(here.map(({ origin, pathname }) => origin + pathname))]
}

async function saveFile(cache: Cache, file: string): Promise<void> {
  if (await cache.match(file)) {
    return
  }
  const response = await fetch(file)
  const isForbidden = /\bno-store\b/i.test(response.headers.get('cache-control') ?? '')
  if (response.status === 200 && !response.redirected && !isForbidden) {
    await cache.put(file, response)
  }
}
