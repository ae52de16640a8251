import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LoadContext, Plugin, PluginContentLoadedActions, Props } from '@docusaurus/types'
import { expect, test, vi } from 'vitest'
import palimpsest from './index.ts'
import { parseOptions } from './options.ts'

const siteDir = mkdtempSync(path.join(tmpdir(), 'site-'))
const outDir = path.join(siteDir, 'build')
for (const folder of ['docs', 'build']) mkdirSync(path.join(siteDir, folder), { recursive: true })
writeFileSync(path.join(siteDir, 'docs/one.md'), '## A joint\n\nA joint turns.')
writeFileSync(
  path.join(siteDir, 'glossary.json'),
  JSON.stringify({ terms: ['joint', 'gait'].map((term) => ({ term, aliases: [], plain: {}, comparison: {} })) }),
)

function createPlugin(options: object, locale = 'en'): Plugin {
  const i18n = { defaultLocale: 'en', currentLocale: locale }
  const siteConfig = { markdown: { emoji: false } }
  return palimpsest({ siteConfig, siteDir, baseUrl: '/', i18n } as LoadContext, parseOptions(options))
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

async function build(plugin: Plugin): Promise<void> {
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

test('the plugin lets every page know where the API is, and what the site does with shortcodes', async () => {
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
