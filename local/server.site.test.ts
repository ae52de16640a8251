import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createTestServers, getRaw } from './create-test-servers.ts'

const longText = 'console.log("a line that repeats") // '.repeat(100)
const { serve, siteDir } = createTestServers({
  '404.html': '<h1>No such page</h1>',
  'lessons/topics.html': '<h1>Topics</h1>',
  'lessons/services/index.html': '<h1>Services</h1>',
  'assets/js/main.0a1b2c3d.js': longText,
  'img/robot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.secret': 'hidden',
  '../outside.txt': 'outside',
})

test.each([
  ['/', '<h1>Home</h1>'],
  ['/lessons/topics', '<h1>Topics</h1>'],
  ['/lessons/services', '<h1>Services</h1>'],
  ['/lessons/services/', '<h1>Services</h1>'],
  ['/lessons/topics?a=b', '<h1>Topics</h1>'],
])('%s serves its page as HTML', async (path, page) => {
  const response = await fetch(`${await serve()}${path}`)

  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    200,
    'text/html;charset=utf-8',
    page,
  ])
})

test("an unknown page is the site's own 404 page", async () => {
  const response = await fetch(`${await serve()}/lessons/none`)

  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    404,
    'text/html; charset=utf-8',
    '<h1>No such page</h1>',
  ])
})

test.each([
  '/../outside.txt',
  '/..%2foutside.txt',
  '/%2e%2e/outside.txt',
  '/lessons/../../outside.txt',
  '//outside.txt',
  '/.secret',
  '/%2esecret',
  '/lessons/..%2f.secret',
  '/%00',
  '/%',
])("%s does not leave the site's folder", async (path) => {
  const response = await getRaw(await serve(), path)

  expect(response.statusCode).toBe(404)
  expect(response.body.toString()).not.toMatch(/^(outside|hidden)/)
})

test('a site that is built again is served as it is now, and a file that is gone ends nothing', async () => {
  const put = (name: string, text: string) => writeFile(join(siteDir(), `${name}.html`), text)
  await Promise.all(['one', 'two', 'three'].map((name) => put(name, name)))
  const url = await serve()
  const read = async (path: string) => (await fetch(url + path)).text()
  expect(await read('/one')).toBe('one')
  await Promise.all([rm(join(siteDir(), 'one.html')), put('two', 'two, and longer'), put('three', '')])
  expect((await fetch(`${url}/one`)).status).toBe(404)
  expect(await read('/two')).toBe('two, and longer')
  expect(await read('/three')).toBe('')
})

test('hashed assets may be kept for ever, pages must be asked for again', async () => {
  const url = await serve()
  const caching = async (path: string) => (await fetch(url + path)).headers.get('cache-control')

  expect(await caching('/assets/js/main.0a1b2c3d.js')).toBe('public, max-age=31536000, immutable')
  expect(await caching('/lessons/topics')).toBe('public, max-age=0, must-revalidate')
  expect(await caching('/none.0a1b2c3d.js')).toBe('public, max-age=0, must-revalidate')
})

test('a page that has not changed is a 304 without a body', async () => {
  const url = await serve()
  const etag = (await fetch(`${url}/lessons/topics`)).headers.get('etag') ?? ''

  const again = await getRaw(url, '/lessons/topics', { 'if-none-match': etag })

  expect([again.statusCode, again.body.length]).toEqual([304, 0])
})

test('text is compressed for those who take it, and marked as varying', async () => {
  const url = await serve()

  const plain = await getRaw(url, '/assets/js/main.0a1b2c3d.js')
  const small = await getRaw(url, '/assets/js/main.0a1b2c3d.js', { 'accept-encoding': 'gzip, br' })

  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.headers.vary).toBe('Accept-Encoding')
  expect(small.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(small.body).toString()).toBe(longText)
  expect(small.body.length).toBeLessThan(longText.length / 10)
})

test('HEAD gives the headers without the body, other methods are refused', async () => {
  const url = await serve()

  const head = await fetch(`${url}/img/robot.svg`, { method: 'HEAD' })
  const post = await fetch(`${url}/img/robot.svg`, { method: 'POST' })

  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'image/svg+xml', ''])
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test("the headers and redirects of vercel.json hold here too; a function's own header wins", async () => {
  const vercelRoutes = [
    { pattern: /^\/old$/, headers: { Location: '/new' }, status: 308 },
    { pattern: /./, headers: { 'X-Frame-Options': 'DENY', 'Cache-Control': 'public' }, status: null },
  ]
  const url = await serve(
    { 'own.ts': () => new Response('', { headers: { 'cache-control': 'no-store' } }) },
    { vercelRoutes },
  )

  const moved = await fetch(`${url}/old`, { redirect: 'manual' })
  const page = await fetch(`${url}/lessons/topics`)
  const own = await fetch(`${url}/api/own`)

  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/new'])
  expect([page.headers.get('x-frame-options'), page.headers.get('cache-control')]).toEqual(['DENY', 'public'])
  expect([own.headers.get('x-frame-options'), own.headers.get('cache-control')]).toEqual(['DENY', 'no-store'])
})

test('a malformed Host is a 400, not a crash', async () => {
  const url = await serve()

  expect((await getRaw(url, '/', { host: 'a b' })).statusCode).toBe(400)
  expect((await fetch(url)).status).toBe(200)
})
