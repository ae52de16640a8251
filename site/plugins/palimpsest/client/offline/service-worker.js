/**
 * Lets a reader open again, without a network, the pages that they have read personalized. It is registered by
 * `client/offline/save-page.ts`, which also puts the page of that moment into the cache; a reader who personalizes nothing
 * never meets it.
 *
 * Only what a browser loads for a page is its business (documents, scripts, styles, fonts, images). What scripts fetch,
 * and whatever the API answers, goes past it.
 */
const cacheName = 'palimpsest-pages'
const kinds = new Set(['script', 'style', 'font', 'image'])

/** Docusaurus puts the content's hash into these names, so what is saved under one never grows old. */
const hashed = /\/assets\/.*[.-][0-9a-f]{8,}\.\w+$/

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const ofPage = request.mode === 'navigate' || kinds.has(request.destination)
  if (ofPage && request.method === 'GET' && url.origin === self.location.origin) {
    const answer = hashed.test(url.pathname) ? fromCacheFirst : fromNetworkFirst
    event.respondWith(answer(event, url.origin + url.pathname))
  }
})

async function fromCacheFirst(event, key) {
  return (await caches.match(key)) ?? load(event, key)
}

/** A deploy is seen at once: the cache answers only when the network does not. */
async function fromNetworkFirst(event, key) {
  try {
    return await load(event, key)
  } catch (error) {
    const saved = await caches.match(key)
    if (saved) {
      return saved
    }
    throw error
  }
}

async function load(event, key) {
  const response = await fetch(event.request)
  if (mayBeSaved(response, event.request)) {
    event.waitUntil(save(key, response.clone()))
  }
  return response
}

/** Whole answers that their sender lets be saved; of what a reader goes to, pages alone, not files that they download. */
function mayBeSaved({ status, redirected, headers }, { mode }) {
  const isWhole = status === 200 && !redirected
  const isWanted = mode !== 'navigate' || (headers.get('content-type') ?? '').startsWith('text/html')
  return isWhole && isWanted && !/\bno-store\b/i.test(headers.get('cache-control') ?? '')
}

/** Only into the cache that a page has made: a reader who had this device forget them is not followed any more. */
async function save(key, response) {
  try {
    if (await caches.has(cacheName)) {
      const cache = await caches.open(cacheName)
      await cache.put(key, response)
    }
  } catch {
    // No room on the device: the page was loaded all the same.
  }
}
