import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Lesson, Section } from './lesson.ts'
import { maskSection } from './mask-section.ts'
import { parseLesson } from './parse-lesson.ts'
import { restoreSection } from './restore-section.ts'

const folder = new URL('./fixtures/', import.meta.url)

/** One folder per Markdown construct. After a deliberate change: `vitest run lib/lesson/fixtures -u`, and read the diff. */
describe.each(readdirSync(folder))('the fixture %s', (name) => {
  const path = (file: string) => new URL(`./${name}/${file}`, folder).pathname
  const parse = () => parseLesson({ slug: name, file: readFileSync(path('input.md'), 'utf8'), language: 'en' })

  test('splits into its sections, slots and links', async () => {
    await expect(describeSections(await parse())).toMatchFileSnapshot(path('sections.json'))
  })

  test('masks what no model may change, in the same language and in another', async () => {
    const lesson = await parse()
    await expect(maskedText(lesson, false)).toMatchFileSnapshot(path('masked.txt'))
    await expect(maskedText(lesson, true)).toMatchFileSnapshot(path('masked-translating.txt'))
  })

  test.each([false, true])('is restored byte for byte (translating: %s)', async (translating) => {
    for (const section of (await parse()).sections) {
      const { text } = maskSection(section, { translating })
      expect(restoreSection(section, text)).toBe(section.source.slice(section.body.start, section.body.end))
    }
  })
})

function maskedText(lesson: Lesson, translating: boolean): string {
  const texts = lesson.sections.map((section) => `=== ${section.id}\n${maskSection(section, { translating }).text}\n`)
  return texts.join('\n')
}

function describeSections(lesson: Lesson): string {
  return `${JSON.stringify(lesson.sections.map(describeSection), null, 2)}\n`
}

/** A section as a reader can check it: texts instead of offsets. */
function describeSection(section: Section) {
  const { source, body, slots, links } = section
  return {
    id: section.id,
    heading: section.heading,
    words: section.words,
    facets: section.facets,
    before: source.slice(0, body.start),
    after: source.slice(body.end),
    slots: slots.map(({ start, end, ...slot }) => ({ ...slot, text: source.slice(start, end) })),
    links: links.map(({ start, end, ...link }) => ({ ...link, text: source.slice(start, end) })),
  }
}
