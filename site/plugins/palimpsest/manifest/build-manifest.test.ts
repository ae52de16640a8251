import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseLesson } from '../../../../lib/lesson/parse-lesson.ts'
import { buildManifest } from './build-manifest.ts'
import { readGlossary } from './read-glossary.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lessons-'))

function doc(name: string, text: string) {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return { file, title: 'From Docusaurus', description: 'First words.' }
}

const term = { term: 'joint', aliases: [], plain: { en: 'A place that bends.' }, comparison: { en: 'Like a knee.' } }

test('buildManifest() splits every lesson, in the order of the slugs', async () => {
  const docs = [doc('b.md', '## One\n\nA joint.'), doc('a.mdx', '---\ntitle: Own\ndescription: Its own.\n---\n\nText.')]
  const manifest = await buildManifest({ folder, docs, language: 'ur', glossary: [term] })
  const expected = await parseLesson({
    ...{ slug: 'b', title: 'From Docusaurus', language: 'ur', glossary: [term] },
    file: '## One\n\nA joint.',
  })
  expect(manifest.version).toBe(1)
  expect(manifest.lessons.map(({ slug, title, description }) => ({ slug, title, description }))).toEqual([
    { slug: 'a', title: 'Own', description: 'Its own.' },
    { slug: 'b', title: 'From Docusaurus', description: 'First words.' },
  ])
  expect(manifest.lessons[1]).toEqual({ ...expected, title: 'From Docusaurus', description: 'First words.' })
})

test('buildManifest() leaves out what is no lesson', async () => {
  const docs = [doc('off.md', '---\npalimpsest: false\n---\n\nText.'), doc('_part.md', 'Text.')]
  expect((await buildManifest({ folder, docs, language: 'en', glossary: [] })).lessons).toEqual([])
})

test('readGlossary() gives the terms, or says what is wrong with the file', async () => {
  const good = doc('good.json', JSON.stringify({ terms: [term] })).file
  const wrong = doc('wrong.json', JSON.stringify({ terms: [{ ...term, aliases: 'one' }] })).file
  const broken = doc('broken.json', '{').file
  expect(await readGlossary(good)).toEqual([term])
  await expect(readGlossary(wrong)).rejects.toThrow(
    `Cannot read glossary ${JSON.stringify(wrong)} at "terms.0.aliases"`,
  )
  await expect(readGlossary(broken)).rejects.toThrow(`Cannot read glossary ${JSON.stringify(broken)}: it is not JSON`)
})
