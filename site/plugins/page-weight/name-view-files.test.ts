import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { nameViewFiles } from './name-view-files.ts'

const siteDir = mkdtempSync(path.join(tmpdir(), 'site-'))
const generatedFilesDir = path.join(siteDir, '.docusaurus')
const outDir = path.join(siteDir, 'build')
for (const folder of ['.docusaurus', 'build/guide', 'build/lessons'])
  mkdirSync(path.join(siteDir, folder), { recursive: true })
const file = (name: string) => ({ file: name, publicPath: `/robots/${name}` })
const chunkList = {
  entrypoints: ['main'],
  origins: { main: [1], '../view/personal-view.ts': [1, 2, 3] },
  assets: {
    1: { js: [file('main.js')], css: [file('styles.css')] },
    2: { js: [file('2.js')] },
    3: { js: [file('view.js')], css: [file('view.css')] },
  },
}
writeFileSync(path.join(generatedFilesDir, 'client-manifest.json'), JSON.stringify(chunkList))

const head = '<html><head><script>early</script></head>'
const pages = {
  guide: `${head}<body><main>The id lesson-text</main></body></html>`,
  lessons: `${head}<body><div id=lesson-text role=tabpanel tabindex=-1>A joint turns.</div></body></html>`,
}
const readPage = (page: keyof typeof pages) => readFileSync(path.join(outDir, page, 'index.html'), 'utf8')

test('nameViewFiles() names the files of the personalized view in the pages of lessons, before their scripts, and in no others', async () => {
  for (const [page, html] of Object.entries(pages)) writeFileSync(path.join(outDir, page, 'index.html'), html)
  await nameViewFiles({ outDir, generatedFilesDir })
  expect(readPage('guide')).toBe(pages.guide)
  expect(readPage('lessons')).toContain(
    '<head><template id=lesson-view>' +
      '<link rel=preload as=script href=/robots/2.js fetchpriority=low>' +
      '<link rel=preload as=script href=/robots/view.js fetchpriority=low>' +
      '<link rel=preload as=style href=/robots/view.css fetchpriority=low>' +
      '</template><script>early',
  )
})
