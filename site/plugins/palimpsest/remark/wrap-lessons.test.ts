import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createElement, type ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import type { PageLesson } from '../lesson/page-lesson.ts'
import { parseLesson } from '../../../../lib/lesson/parse-lesson.ts'
import { buildManifest } from '../manifest/build-manifest.ts'
import { readGlossary } from '../manifest/read-glossary.ts'
import { asElement, compilePage } from './testing/compile-page.ts'
import wrapLessons from './wrap-lessons.ts'

const fixtures = new URL('../../../../lib/lesson/fixtures/', import.meta.url).pathname
const visible = { Section: asElement('x-section'), Slot: asElement('x-slot') }

function lessonIn(folder: string, name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

function byText(a: string, b: string): number {
  return a.localeCompare(b)
}

function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'lessons-'))
}

describe.each(readdirSync(fixtures))('the fixture %s, compiled by Docusaurus', (name) => {
  const file = path.join(fixtures, name, 'input.md')
  const plugins = [[wrapLessons, { folder: fixtures }]]

  test('looks the same with and without the plugin', async () => {
    const [wrapped, plain] = await Promise.all([compilePage(file, { plugins }), compilePage(file, { plugins: [] })])
    expect(wrapped.html.replaceAll(/<span class="unbroken">(.*?)<\/span>/g, '$1')).toBe(plain.html)
    expect(wrapped.anchors).toEqual(plain.anchors)
  })

  test('has a heading for each section, by its id', async () => {
    const { anchors } = await compilePage(file, { plugins: [] })
    const { sections } = await parseLesson({ slug: name, file: await readFile(file, 'utf8'), language: 'en' })
    const headed = sections.filter(({ heading }) => heading !== null && heading.text !== '')
    expect(anchors).toEqual(expect.arrayContaining(headed.map(({ id }) => id)))
  })

  test('shows every slot and link of the lesson once', async () => {
    const { html } = await compilePage(file, { plugins, components: visible })
    const { sections } = await parseLesson({ slug: name, file: await readFile(file, 'utf8'), language: 'en' })
    const shown = [...html.matchAll(/<x-slot id="(.+?)">/g)].map(([, id = '']) => id)
    const expected = sections.flatMap(({ slots, links }) => [
      ...slots.filter(({ kind }) => kind !== 'hidden').map(({ id }) => id),
      ...links.map(({ number }) => `link:${number}`),
    ])
    expect(shown.toSorted(byText)).toEqual(expected.toSorted(byText))
  })
})

describe('wrapLessons()', () => {
  test('describes to a page the same lesson as is published, glossary and all, so that both make the same keys of it', async () => {
    const folder = new URL('../../../docs/', import.meta.url).pathname
    const glossary = new URL('../../../glossary.json', import.meta.url).pathname
    const file = path.join(folder, 'foundations/physical-ai.md')
    const docs = [{ file, title: 'From Docusaurus', description: '' }]
    const manifest = await buildManifest({ folder, docs, language: 'en', glossary: await readGlossary(glossary) })
    const [published] = manifest.lessons
    expect(published?.glossary.length).toBeGreaterThan(0)
    const components = { Term: asElement('x-term') }
    const { palimpsest } = await compilePage(file, { plugins: [[wrapLessons, { folder, glossary }]], components })
    const { slug, content_hash, context_hash } = published ?? {}
    expect(palimpsest).toMatchObject({ slug, content_hash, context_hash })
  })

  test('keeps each number with its unit, in text and tables, and leaves code, headings and components alone', async () => {
    const folder = emptyFolder()
    const text =
      '## At 4 m/s\n\nIt falls at **4 m/s**, and `4 m/s`.\n\n| a |\n| - |\n| 25 N·m |\n\n<Speed>4 m/s</Speed>\n'
    const { html } = await compilePage(lessonIn(folder, 'speed.mdx', text), {
      plugins: [[wrapLessons, { folder }]],
      components: { Speed: asElement('x-speed') },
    })
    expect(html).toContain('<strong><span class="unbroken">4 m/s</span></strong>, and <code>4 m/s</code>')
    expect(html).toContain('<td><span class="unbroken">25 N·m</span></td>')
    expect(html.match(/unbroken/g)).toHaveLength(2)
  })

  test('leaves headings and hidden parts outside, and opens warnings', async () => {
    const folder = emptyFolder()
    const text = [
      "import A from './a'",
      'Opening with [a link](./a.md).',
      '## First {#one}',
      'Text with $x$.',
      'export const gain = 3',
      ':::danger\n\nHot <kbd>F5</kbd>.\n\n:::',
      '```sh\nls\n```',
      '[x]: https://example.com',
    ].join('\n\n')
    const file = lessonIn(folder, 'a.md', text)
    const { html } = await compilePage(file, { plugins: [[wrapLessons, { folder }]], components: visible })
    expect(html).toBe(
      [
        '<x-section id="_opening"><p>Opening with <x-slot id="link:1"><a href="./a.md">a link</a></x-slot>.</p></x-section>',
        '<h2 id="one">First</h2>',
        '<x-section id="one"><p>Text with <x-slot id="k1"><code class="language-math math-inline">x</code></x-slot>.</p>',
        '<x-slot id="k2"><admonition type="danger"><p>Hot <x-slot id="k3"><kbd>F5</kbd></x-slot>.</p></admonition></x-slot>',
        '<x-slot id="k4"><pre><code class="language-sh">ls</code></pre></x-slot></x-section>',
      ].join(''),
    )
  })

  test('gives the page its slug, hash and sections', async () => {
    const folder = emptyFolder()
    const file = lessonIn(folder, 'a.mdx', '---\npalimpsest: lock\n---\n\nOpening words.\n\n## One\n\nMore.\n')
    const { palimpsest } = await compilePage(file, { plugins: [[wrapLessons, { folder, language: 'ur' }]] })
    const { content_hash, context_hash, sections } = await parseLesson({
      slug: 'a',
      file: await readFile(file, 'utf8'),
      language: 'ur',
    })
    const [opening, one] = sections.map(({ hash }) => ({ hash, facets: 'prose', rewritten: 'always' }))
    expect(palimpsest).toEqual({
      slug: 'a',
      content_hash,
      context_hash,
      language: 'ur',
      locked: true,
      sections: [
        { id: '_opening', ...opening },
        { id: 'one', ...one },
      ],
    })
  })

  test('gives the page which headings stay, and which gaps of its lists are the mask’s', async () => {
    const folder = emptyFolder()
    const list = (gap: string) => `- one\n${gap}  \`\`\`sh\n  ls\n  \`\`\`\n${gap}  and more\n- two`
    const text = `## The $x$ axis\n\n${list('')}\n\n## The \`x\` axis\n\n${list('\n')}\n\nRun:\n\`\`\`sh\nls\n\`\`\`\n`
    const { palimpsest } = await compilePage(lessonIn(folder, 'a.md', text), { plugins: [[wrapLessons, { folder }]] })
    const { sections } = palimpsest as { sections: object[] }
    expect(sections).toEqual([
      expect.objectContaining({ headingStays: true, gaps: { before: ['k1'], after: ['k1'] } }),
      expect.not.objectContaining({ headingStays: true }),
    ])
    expect(sections[1]).not.toHaveProperty('gaps')
  })

  test('gives the page the emoji of the shortcodes in its text', async () => {
    const folder = emptyFolder()
    const file = lessonIn(
      folder,
      'a.md',
      '## :rocket: Go\n\n:tada: **:+1:** :t-rex: :not-one: `:cry:` {1} at 10:30:15\n',
    )
    const { palimpsest, html } = await compilePage(file, { plugins: [[wrapLessons, { folder }]] })
    expect(palimpsest).toMatchObject({ emoji: { ':rocket:': '🚀', ':tada:': '🎉', ':+1:': '👍', ':t-rex:': '🦖' } })
    expect(html).toBe(
      '<h2 id="rocket-go">🚀 Go</h2><p>🎉 <strong>👍</strong> 🦖 :not-one: <code>:cry:</code> 1 at 10:30:15</p>',
    )
  })

  test.each([
    ['another folder', 'a.md', 'Text.', '/elsewhere'],
    ['a partial', '_a.md', 'Text.', undefined],
    ['`palimpsest: false`', 'a.md', '---\npalimpsest: false\n---\n\nText.', undefined],
  ])('leaves a page alone: %s', async (_, name, text, elsewhere) => {
    const folder = emptyFolder()
    const options = { folder: elsewhere ?? folder }
    const page = await compilePage(lessonIn(folder, name, text), {
      plugins: [[wrapLessons, options]],
      components: visible,
    })
    expect(page).toEqual({ html: '<p>Text.</p>', anchors: [], palimpsest: undefined })
  })

  test('stops the build when the page has other parts than the file', async () => {
    const folder = emptyFolder()
    const file = lessonIn(folder, 'price.md', 'It costs $5 or $6.')
    await expect(compilePage(file, { plugins: [[wrapLessons, { folder }]], maths: false })).rejects.toThrow(
      'Cannot wrap lesson "price": its file has section "_opening" with k1 (math), but Docusaurus reads section "_opening" with no slots.',
    )
  })
})

test('wrapLessons() marks the glossary terms of each section, the first one for the Tab key, and changes no section', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'terms-'))
  const term = { term: 'joint', aliases: ['joints'], plain: { en: 'It bends.' }, comparison: { en: 'A knee.' } }
  const torque = { ...term, term: 'torque', aliases: [] }
  const glossary = path.join(folder, 'glossary.json')
  writeFileSync(glossary, JSON.stringify({ terms: [term, torque] }))
  const text = 'A joint.\n\n## Joints\n\nTorque of `joint` and joints. :::\n\n:::danger\n\nA torque.\n\n:::\n'
  const file = lessonIn(folder, 'arm.md', text)
  const Term = ({ of, first, children }: { of?: string; first?: boolean; children?: ReactNode }) =>
    createElement('x-term', { of, first: first ? 'true' : undefined }, children)
  const plain = await compilePage(file, { plugins: [[wrapLessons, { folder }]] })
  const marked = await compilePage(file, { plugins: [[wrapLessons, { folder, glossary }]], components: { Term } })
  expect([...marked.html.matchAll(/<x-term of="(\w+)"( first="true")?>([^<]+)/g)].map(([, ...found]) => found)).toEqual(
    [
      ['joint', ' first="true"', 'joint'],
      ['torque', ' first="true"', 'Torque'],
      ['joint', undefined, 'joints'],
    ],
  )
  const { sections, content_hash } = marked.palimpsest as PageLesson
  expect(plain.palimpsest).toMatchObject({ sections, content_hash })
  expect(marked.html.replace(/<\/?x-term[^>]*>/g, '')).toBe(plain.html)
})
