import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildSiteIfChanged } from './build-site.ts'
import { setEnvironment } from './environment.ts'

let root: string
let builds: number

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'palimpsest-build-'))
  builds = 0
  await write('site/docs/lesson.md', '# Lesson')
  await write('lib/lesson/split.ts', 'export {}')
  await write('package-lock.json', '{}')
})

afterEach(async () => {
  setEnvironment({ SITE_URL: undefined })
  await rm(root, { recursive: true })
})

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

const start = () =>
  buildSiteIfChanged({
    root,
    build: async () => {
      builds += 1
      await write('site/build/index.html', '<h1>')
      await write('site/build-manifest/lessons.json', '{}')
      await write('site/.docusaurus/cache.js', `${builds}`)
    },
  })

test('the first start builds, the second does not', async () => {
  expect([await start(), await start(), builds]).toEqual(['built', 'unchanged', 1])
})

test.each([
  ['an edited lesson', () => write('site/docs/lesson.md', '# Other!')],
  ['a new page', () => write('site/src/pages/about.mdx', '# About')],
  ['a removed lesson', () => rm(join(root, 'site/docs/lesson.md'))],
  ['a change in the shared lesson code', () => write('lib/lesson/split.ts', 'export { }')],
  ['other packages', () => write('package-lock.json', '{ }')],
  ['a lost build', () => rm(join(root, 'site/build'), { recursive: true })],
  ['a lost manifest', () => rm(join(root, 'site/build-manifest'), { recursive: true })],
  ['another address', async () => setEnvironment({ SITE_URL: 'https://book.example.org' })],
  ['a damaged stamp', () => write('.palimpsest/site-build.json', '{')],
])('%s builds the site again, once', async (_what, change) => {
  await start()
  await change()

  expect([await start(), await start(), builds]).toEqual(['built', 'unchanged', 2])
})

test.each([
  ['a touched file with the same content', () => utimes(join(root, 'site/docs/lesson.md'), 1, 1)],
  ['a test', () => write('lib/lesson/split.test.ts', 'test')],
  ['code that the site does not have', () => write('lib/db/query.ts', 'export {}')],
])('%s does not build the site again', async (_what, change) => {
  await start()
  await change()

  expect([await start(), builds]).toEqual(['unchanged', 1])
})

test('a build that failed is tried again at the next start', async () => {
  await start()
  await write('site/docs/lesson.md', '# Broken')
  const failing = buildSiteIfChanged({ root, build: () => Promise.reject(new Error('broken')) })

  await expect(failing).rejects.toThrow('broken')
  await write('site/docs/lesson.md', '# Lesson')

  expect([await start(), builds]).toEqual(['built', 2])
})
