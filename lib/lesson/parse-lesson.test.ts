import { describe, expect, test } from 'vitest'
import { hashText } from '../text/hash-text.ts'
import { parseLesson } from './parse-lesson.ts'

const file = `---
title: Reading a joint
description: How to read an encoder.
tags: [ai, { label: hardware }]
---

import Tabs from '@theme/Tabs'

An encoder counts steps.

## Count the steps {#count}

Read it with \`read()\`, as [sensors](./sensors.md#imu "More") shows.

\`\`\`python title="read.py"
print(read())
\`\`\`

### Twice is better

Use $\\theta$ twice.
`

function parse(text: string) {
  return parseLesson({ slug: 'software/joints', file: text, language: 'en' })
}

function term(name: string, ...aliases: string[]) {
  return { term: name, aliases, plain: {}, comparison: {} }
}

describe('parseLesson()', () => {
  test('gives a section for the opening and for each h2 and h3, with the anchor as id', async () => {
    const { sections } = await parse(file)
    expect(sections.map(({ id, heading, words, facets }) => ({ id, heading, words, facets }))).toEqual([
      { id: '_opening', heading: null, words: 4, facets: 'prose+ai' },
      { id: 'count', heading: { text: 'Count the steps', depth: 2 }, words: 7, facets: 'prose+code+ai' },
      { id: 'twice-is-better', heading: { text: 'Twice is better', depth: 3 }, words: 2, facets: 'prose+ai' },
    ])
  })

  test('reads title, description and tags from the front matter', async () => {
    const { title, description, tags, locked } = await parse(file)
    expect({ title, description, tags, locked }).toEqual({
      title: 'Reading a joint',
      description: 'How to read an encoder.',
      tags: ['ai', 'hardware'],
      locked: false,
    })
  })

  test('refuses front matter that is no mapping, however much a few aliases stand for', async () => {
    const doubled = Array.from({ length: 60 }, (_, i) => `- &a${i + 1} [*a${i}, *a${i}]`).join('\n')
    await expect(parse(`---\n- &a0 x\n${doubled}\n---\nText.`)).rejects.toThrow('wanted a mapping')
    await expect(parse('---\ntitle: [\n---\nText.')).rejects.toThrow(/^Cannot read front matter: /)
    expect(await parse('---\n# nothing\n---\nText.')).toMatchObject({ title: 'software/joints' })
    expect(await parse('---\ntitle: 2026-01-02\n---\nText.')).toMatchObject({ title: '2026-01-02' })
  })

  test('takes the title from the h1 when the front matter has none, then from the caller, then from the slug', async () => {
    expect((await parse('# From the page\n\nText.')).title).toBe('From the page')
    expect((await parseLesson({ slug: 'a', file: 'Text.', language: 'en', title: 'Given' })).title).toBe('Given')
    expect((await parse('Text.')).title).toBe('software/joints')
  })

  test('hashes the source without front matter, whatever the line endings', async () => {
    const lesson = await parse(file)
    const windows = await parse(`\uFEFF${file.replaceAll('\n', '\r\n')}\r\n\r\n`)
    expect(windows.content_hash).toBe(lesson.content_hash)
    expect(windows.sections).toEqual(lesson.sections)
    expect((await parse('---\ntitle: Other\n---\nText.')).content_hash).toBe(await hashText('Text.'))
  })

  test('cuts slots and links out of the section by offset', async () => {
    const section = (await parse(file)).sections[1]
    expect(section?.slots.map(({ start, end }) => section.source.slice(start, end))).toEqual([
      '```python title="read.py"\nprint(read())\n```',
    ])
    expect(section?.links.map(({ start, end, target }) => [section.source.slice(start, end), target])).toEqual([
      ['](./sensors.md#imu "More")', './sensors.md#imu'],
    ])
  })

  test('marks a lesson locked by `palimpsest: lock`', async () => {
    expect((await parse('---\npalimpsest: lock\n---\nText.')).locked).toBe(true)
  })

  test('keeps the terms of the glossary that the prose names', async () => {
    const glossary = [term('encoder'), term('IMU'), term('joint'), term('counter', 'count of steps'), term('C++')]
    const lesson = await parseLesson({
      slug: 'a',
      file: 'An Encoder and an imu.\n\n`C++` joints.',
      language: 'en',
      glossary,
    })
    expect(lesson.glossary.map(({ term: name }) => name)).toEqual(['encoder', 'joint', 'C++'])
  })

  test('names the lesson, the line of the file and the reason when the Markdown has a syntax error', async () => {
    await expect(parse('---\ntitle: A\n---\n\nFine.\n\n<Tabs>\n')).rejects.toThrow(
      /^Cannot parse lesson "software\/joints" at line 7, column 1: Expected a closing tag for `<Tabs>`/,
    )
  })

  test('refuses what is nested too deeply to be walked', async () => {
    await expect(parse(`${'> '.repeat(100)}Text.`)).resolves.toBeDefined()
    await expect(parse(`${'> '.repeat(300)}Text.`)).rejects.toThrow('"software/joints": it is nested too deeply')
    await expect(parse(`${'> '.repeat(6000)}Text.`)).rejects.toThrow('"software/joints": it is nested too deeply')
    await expect(parse(':::note\n'.repeat(150))).resolves.toBeDefined()
    await expect(parse(':::note\n'.repeat(4000))).rejects.toThrow('"software/joints": it is nested too deeply')
    await expect(parse(':::note\n\nText.\n\n:::\n\n'.repeat(300))).resolves.toBeDefined()
  })

  test('gives a section an id of its own where its heading’s anchor is empty or taken', async () => {
    const lesson = await parse('A.\n\n## ✅\n\nB.\n\n## ❌\n\nC.\n\n## For you\n\nD.\n\n## X {#_opening}\n\nE.')
    expect(lesson.sections.map(({ id }) => id)).toEqual(['_opening', '~1', '-1', 'for-you~1', '_opening~1'])
  })

  test('refuses two sections with one id', async () => {
    await expect(parse('## A {#x}\n\n## B {#x}\n')).rejects.toThrow(
      'Cannot parse lesson "software/joints": two sections have the id "x" (heading "B")',
    )
  })
})
