import { expect, test } from 'vitest'
import { parseLesson } from '../lesson/parse-lesson.ts'
import { parseManifest } from './parse-manifest.ts'

const lesson = await parseLesson({ slug: 'a', file: '## One\n\nText with [a link](./b.md) and $x$.', language: 'en' })

test('parseManifest() reads what a build wrote, through JSON and back', () => {
  const manifest = { version: 1, lessons: [lesson] }
  expect(parseManifest(JSON.parse(JSON.stringify(manifest)))).toEqual({ ...manifest, refused: [] })
})

test.each<[string, unknown]>([
  ['', null],
  ['version', { version: 2, lessons: [] }],
  ['lessons', { version: 1 }],
])('parseManifest() names the field "%s" that is not as it should be', (field, manifest) => {
  expect(() => parseManifest(manifest)).toThrow(`Cannot read the lessons of the build at "${field}"`)
})

test.each<[string, unknown]>([
  ['lesson "a": "content_hash": Invalid format', { ...lesson, content_hash: 'short' }],
  ['lesson "": "slug": Invalid length', { ...lesson, slug: '' }],
  ['lesson "a", heading "One": "sections.0.slots.0.kind"', withSlotKind('spell')],
  ['lesson: "": Invalid type', null],
])('parseManifest() leaves out a lesson that is not as it should be, and names it: %s', (named, broken) => {
  const { lessons, refused } = parseManifest({ version: 1, lessons: [broken, lesson] })
  expect(lessons).toEqual([lesson])
  expect(refused).toEqual([expect.stringContaining(`Cannot publish ${named}`)])
})

function withSlotKind(kind: string): unknown {
  const [section] = lesson.sections
  return { ...lesson, sections: [{ ...section, slots: section?.slots.map((slot) => ({ ...slot, kind })) }] }
}
