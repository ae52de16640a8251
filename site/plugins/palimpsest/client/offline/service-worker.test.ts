import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, test } from 'vitest'

const source = await readFile(path.join(import.meta.dirname, 'service-worker.js'), 'utf8')

/** What the worker saves of one answer, and whether it answers at all. */
async function visit(
  asked: { readonly path: string; readonly mode?: string; readonly destination?: string },
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly saved: readonly string[]; readonly answered: boolean }> {
  const saved: string[] = []
  const listeners = new Map<string, (event: unknown) => void>()
  const work: Promise<unknown>[] = []
  const cache = { put: async (key: string) => void saved.push(key) }
  const self = {
    addEventListener: (name: string, hear: (event: unknown) => void) => listeners.set(name, hear),
    location: { origin: 'https://learn.example.org' },
  }
  const caches = { has: async () => true, open: async () => cache, match: async () => undefined }
  const fetch = async () => new Response('{}', { headers })
  runInContext(source, createContext({ self, caches, fetch, URL, Set, Response }))
  const request = {
    url: `https://learn.example.org${asked.path}`,
    method: 'GET',
    mode: 'no-cors',
    destination: '',
    ...asked,
  }
  listeners.get('fetch')?.({
    request,
    respondWith: (answer: Promise<unknown>) => work.push(answer),
    waitUntil: (more: Promise<unknown>) => work.push(more),
  })
  const answered = work.length > 0
  for (let done = 0; done < work.length; done += 1) await work[done]
  return { saved, answered }
}

const page = { mode: 'navigate', destination: 'document' }
const html = { 'content-type': 'text/html; charset=utf-8' }

test('the worker saves pages and what they are made of', async () => {
  expect((await visit({ path: '/a', ...page }, { ...html, 'cache-control': 'public, max-age=0' })).saved).toHaveLength(
    1,
  )
  const image = await visit({ path: '/a.svg', destination: 'image' }, { 'content-type': 'image/svg+xml' })
  expect(image.saved).toEqual(['https://learn.example.org/a.svg'])
})

test.each([
  [
    'an export that is opened',
    { path: '/api/user/a/export', ...page },
    { 'content-type': 'application/json', 'cache-control': 'no-store' },
  ],
  [
    'a version that is opened',
    { path: '/api/rewrites/a', ...page },
    { 'content-type': 'application/json', 'cache-control': 'public, max-age=31536000, immutable' },
  ],
  [
    'an answer that is used as an image',
    { path: '/api/user/a', destination: 'image' },
    { 'content-type': 'application/json', 'cache-control': 'no-store' },
  ],
  ['a page that may not be stored', { path: '/a', ...page }, { ...html, 'cache-control': 'private, No-Store' }],
  ['a file that is downloaded', { path: '/a.pdf', ...page }, { 'content-type': 'application/pdf' }],
  ['what a script fetches', { path: '/api/user/a' }, { ...html }],
])('the worker does not save %s', async (_name, asked, headers) => {
  expect((await visit(asked, headers)).saved).toEqual([])
})
