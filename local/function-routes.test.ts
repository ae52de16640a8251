import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createFunctionRoutes, findFunctionFiles } from './function-routes.ts'

const files = [
  'index.ts',
  'user/[user_id].ts',
  'user/create.ts',
  'personalize.ts',
  'personalize/cache.ts',
  '[any]/create.ts',
]
const find = createFunctionRoutes(files)

test.each([
  ['/api', { file: 'index.ts', params: {} }],
  ['/api/personalize', { file: 'personalize.ts', params: {} }],
  ['/api/personalize/', { file: 'personalize.ts', params: {} }],
  ['/api/personalize/cache', { file: 'personalize/cache.ts', params: {} }],
  ['/api/user/create', { file: 'user/create.ts', params: {} }],
  ['/api/user/42', { file: 'user/[user_id].ts', params: { user_id: '42' } }],
  ['/api/user/a%2Fb%20c', { file: 'user/[user_id].ts', params: { user_id: 'a/b c' } }],
  ['/api/other/create', { file: '[any]/create.ts', params: { any: 'other' } }],
])('%s is answered by the file that Vercel would choose', (pathname, wanted) => {
  expect(find(pathname)).toEqual(wanted)
})

test.each(['/api/user', '/api/user//', '/api/user/1/2', '/api/Personalize', '/apiary', '/api/user/%ZZ', '/api/../lib'])(
  '%s is answered by no function',
  (pathname) => {
    expect(find(pathname)).toBeNull()
  },
)

test('findFunctionFiles() leaves out what Vercel leaves out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'palimpsest-api-'))
  const names = ['a.ts', 'b/[c].js', '_d.ts', '.e.ts', '_f/g.ts', 'h.d.ts', 'notes.md']
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), '')
  }

  const found = await findFunctionFiles(folder)
  await rm(folder, { recursive: true })

  expect(found).toEqual(['a.ts', 'b/[c].js'])
})

test('a catch-all file is refused by name rather than routed wrongly', () => {
  expect(() => createFunctionRoutes(['[...rest].ts'])).toThrow('api/[...rest].ts')
})
