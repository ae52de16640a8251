import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { applyVercelRoutes, parseVercelRoutes, readVercelRoutes } from './vercel-routes.ts'

const routes = parseVercelRoutes({
  cleanUrls: true,
  trailingSlash: false,
  headers: [
    { source: '/(.*)', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    { source: '/assets/(.*)', headers: [{ key: 'Cache-Control', value: 'public, immutable' }] },
  ],
  redirects: [{ source: '/old/:page', destination: '/new/:page', permanent: false }],
  functions: { 'api/**': { maxDuration: 300 } },
})

const apply = (path: string) => applyVercelRoutes(routes, new URL(`http://localhost${path}`))

test.each([
  ['/lessons/topics.html?take=1', 308, '/lessons/topics?take=1'],
  ['/lessons/topics/', 308, '/lessons/topics'],
  ['/index.html', 308, '/'],
  ['/old/page', 307, '/new/page'],
  ['//elsewhere.example/', 308, '/elsewhere.example'],
])('%s is redirected', (path, status, location) => {
  expect(apply(path).redirect).toEqual({ status, location })
})

test('headers of every matching rule are given, in lower case, and nothing is redirected', () => {
  expect(apply('/assets/js/main.js')).toEqual({
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'public, immutable' },
    redirect: null,
  })
})

test.each([
  [{ rewrites: [{ source: '/a', destination: '/b' }] }, 'rewrites'],
  [{ headers: [{ source: '/a', has: [], headers: [] }] }, 'headers.0.has'],
  [{ headers: [{ source: '/:a(', headers: [{ key: 'a', value: 'b' }] }] }, 'vercel.json'],
])('a rule that would not be applied as on Vercel is refused: %o', (config, place) => {
  expect(() => parseVercelRoutes(config)).toThrow(place)
})

test('a project without vercel.json has no rules', async () => {
  expect(await readVercelRoutes('/nowhere/vercel.json')).toEqual([])
})

/** The reason of an answer in `docs/audit.md`: such a segment becomes a pattern that a hostile path can stall. */
test('no rule of vercel.json has two parameters in one segment', async () => {
  const file = await readFile(new URL('../vercel.json', import.meta.url), 'utf8')
  const sources = [...file.matchAll(/"source": "([^"]*)"/g)].map(([, source = '']) => source)
  expect(sources.length).toBeGreaterThan(0)
  const parameter = /:\w+(?:\([^)]*\))?|\([^)]*\)/g
  const segments = sources.flatMap((source) => source.split('/'))
  expect(segments.filter((segment) => (segment.match(parameter)?.length ?? 0) > 1)).toEqual([])
})
