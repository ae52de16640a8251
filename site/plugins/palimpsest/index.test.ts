import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LoadContext, Plugin, PluginContentLoadedActions, Props } from '@docusaurus/types'
import { expect, test, vi } from 'vitest'
import palimpsest from './index.ts'
import { parseOptions } from './options.ts'

const siteDir = mkdtempSync(path.join(tmpdir(), 'site-'))
const generatedFilesDir = path.join(siteDir, '.docusaurus')
const outDir = path.join(siteDir, 'build')
for (const folder of ['docs', '.docusaurus', 'build/guide', 'build/lessons'])
  mkdirSync(path.join(siteDir, folder), { recursive: true })
const file = (name: string) => ({ file: name, publicPath: `/robots/${name}` })
const chunkList = {
  entrypoints: ['main'],
  origins: { main: [1], './personal-view.ts': [1, 2, 3] },
  assets: {
    1: { js: [file('main.js')], css: [file('styles.css')] },
    2: { js: [file('2.js')] },
    3: { js: [file('view.js')], css: [file('view.css')] },
  },
}
writeFileSync(path.join(generatedFilesDir, 'client-manifest.json'), JSON.stringify(chunkList))
writeFileSync(path.join(siteDir, 'docs/one.md'), '## A joint\n\nA joint turns.')
writeFileSync(
  path.join(siteDir, 'glossary.json'),
  JSON.stringify({ terms: ['joint', 'gait'].map((term) => ({ term, aliases: [], plain: {}, comparison: {} })) }),
)

function createPlugin(options: object, locale = 'en'): Plugin {
  const i18n = { defaultLocale: 'en', currentLocale: locale }
  const siteConfig = { markdown: { emoji: false } }
  return palimpsest(
    { siteConfig, siteDir, generatedFilesDir, baseUrl: '/', i18n } as LoadContext,
    parseOptions(options),
  )
}

const actions = {
  addRoute: vi.fn<PluginContentLoadedActions['addRoute']>(),
  createData: vi.fn<PluginContentLoadedActions['createData']>(),
  setGlobalData: vi.fn<PluginContentLoadedActions['setGlobalData']>(),
}
const docs = [{ source: '@site/docs/one.md', title: 'One', description: '' }]
const allContent = {
  'docusaurus-plugin-content-docs': {
    default: { loadedVersions: [{ contentPath: path.join(siteDir, 'docs'), docs }] },
  },
}

const head = '<html><head><script>early</script></head>'
const pages = {
  guide: `${head}<body><main>The id lesson-text</main></body></html>`,
  lessons: `${head}<body><div id=lesson-text role=tabpanel tabindex=-1>A joint turns.</div></body></html>`,
}
const readPage = (page: keyof typeof pages) => readFileSync(path.join(outDir, page, 'index.html'), 'utf8')

async function build(plugin: Plugin): Promise<void> {
  for (const [page, html] of Object.entries(pages)) writeFileSync(path.join(outDir, page, 'index.html'), html)
  await plugin.allContentLoaded?.({ allContent, actions })
  await plugin.postBuild?.({ outDir } as Parameters<NonNullable<Plugin['postBuild']>>[0] & Props)
}

test('the plugin leaves the lessons with their terms for publishing', async () => {
  await build(createPlugin({ glossary: 'glossary.json', manifest: 'out/lessons.json' }))
  const manifest = JSON.parse(readFileSync(path.join(siteDir, 'out/lessons.json'), 'utf8'))
  expect(manifest).toMatchObject({
    version: 1,
    lessons: [
      { slug: 'one', title: 'One', language: 'en', sections: [{ id: 'a-joint' }], glossary: [{ term: 'joint' }] },
    ],
  })
})

test('the plugin writes lessons for the default locale only', async () => {
  await build(createPlugin({ manifest: 'never/lessons.json' }, 'ur'))
  expect(() => readFileSync(path.join(siteDir, 'never/lessons.json'))).toThrow('ENOENT')
})

test('the plugin puts the service worker at the root of each locale’s site', async () => {
  await build(createPlugin({}, 'ur'))
  expect(readFileSync(path.join(outDir, 'palimpsest-worker.js'), 'utf8')).toContain('palimpsest-pages')
})

test('the plugin names the files of the personalized view in the pages of lessons, before their scripts, and in no others', async () => {
  await build(createPlugin({}))
  expect(readPage('guide')).toBe(pages.guide)
  expect(readPage('lessons')).toContain(
    '<head><template id=lesson-view>' +
      '<link rel=preload as=script href=/robots/2.js fetchpriority=low>' +
      '<link rel=preload as=script href=/robots/view.js fetchpriority=low>' +
      '<link rel=preload as=style href=/robots/view.css fetchpriority=low>' +
      '</template><script>early',
  )
})

test('the plugin tells every page where the API is, and what the site does with shortcodes', async () => {
  await createPlugin({ apiBase: 'https://api.example.com' }).contentLoaded?.({ content: undefined, actions })
  const made: readonly (readonly unknown[])[] = actions.createData.mock.calls
  const [, site] = made.find(([name]) => name === 'site.json') ?? []
  expect(typeof site === 'string' && JSON.parse(site)).toMatchObject({
    apiBase: 'https://api.example.com',
    baseUrl: '/',
    language: 'en',
    emoji: false,
    languages: { ur: { native: 'اردو', direction: 'rtl' } },
  })
})

test('the plugin refuses a docs instance that the site does not have', async () => {
  await expect(build(createPlugin({ docs: 'lessons' }))).rejects.toThrow(
    'Cannot find lessons: the site has no docs instance "lessons"',
  )
})
