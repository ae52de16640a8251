import { expect, test } from 'vitest'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { compareLessons } from './compare-lessons.ts'

const aLesson = (slug: string, ...sections: string[]): Promise<Lesson> =>
  parseLesson({ slug, file: sections.join('\n\n'), language: 'en' })

const torque = '## Torque\n\nA motor turns an arm.'
const gears = '## Gears\n\nGears trade speed for force.'
const springs = '## Springs\n\nA spring stores energy.'

test('the sections of a build are new, changed, gone or the same by their text, wherever they stand', async () => {
  const before = await aLesson('a', torque, gears, springs)
  const after = await aLesson('a', springs, torque.replace('an arm', 'a wheel'), '## Brakes\n\nA brake holds.')
  expect(compareLessons([before], [after])).toEqual([
    {
      slug: 'a',
      status: 'changed',
      sections: { added: ['brakes'], changed: ['torque'], gone: ['gears'], unchanged: 1 },
      hashesGone: before.sections.slice(0, 2).map(({ hash }) => hash),
    },
  ])
})

test('a lesson is new, gone or unchanged as a whole', async () => {
  const [gone, same, fresh] = [
    await aLesson('gone', torque),
    await aLesson('same', gears),
    await aLesson('new', springs),
  ]
  const changes = compareLessons([gone, same], [same, fresh])
  expect(changes.map(({ slug, status, sections }) => [slug, status, sections.unchanged])).toEqual([
    ['same', 'unchanged', 1],
    ['new', 'new', 0],
    ['gone', 'gone', 0],
  ])
})

test('a section that moved to another lesson keeps its rewrites', async () => {
  const changes = compareLessons(
    [await aLesson('a', torque, gears), await aLesson('b', springs)],
    [await aLesson('a', torque), await aLesson('b', springs, gears)],
  )
  expect(changes.flatMap(({ hashesGone }) => hashesGone)).toEqual([])
})

test('a section under another heading’s anchor with the same text of its own is a new text', async () => {
  const changes = compareLessons(
    [await aLesson('a', torque)],
    [await aLesson('a', torque.replace('Torque', 'Turning'))],
  )
  expect(changes[0]?.sections).toEqual({ added: ['turning'], changed: [], gone: ['torque'], unchanged: 0 })
})
