import { expect, test } from 'vitest'
import { parseLesson } from '../lesson/parse-lesson.ts'
import { parseManifest } from './parse-manifest.ts'

const lesson = await parseLesson({ slug: 'a', file: '## One\n\nText with [a link](./b.md) and $x$.', language: 'en' })

test('parseManifest() reads what a build wrote, through JSON and back', () => {
  const manifest = { version: 1, lessons: [lesson] }
  expect(parseManifest(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest)
})

test.each<[string, unknown]>([
  ['', null],
  ['version', { version: 2, lessons: [] }],
  ['lessons', { version: 1 }],
  ['lessons.0.content_hash', { version: 1, lessons: [{ ...lesson, content_hash: 'short' }] }],
  ['lessons.0.slug', { version: 1, lessons: [{ ...lesson, slug: '' }] }],
  ['lessons.0.sections.0.slots.0.kind', { version: 1, lessons: [withSlotKind('spell')] }],
])('parseManifest() names the field "%s" that is not as it should be', (field, manifest) => {
  expect(() => parseManifest(manifest)).toThrow(`Cannot read the lessons of the build at "${field}"`)
})

function withSlotKind(kind: string): unknown {
  const [section] = lesson.sections
  return { ...lesson, sections: [{ ...section, slots: section?.slots.map((slot) => ({ ...slot, kind })) }] }
}
