import { expect, test } from 'vitest'
import { parseLesson } from './parse-lesson.ts'
import { sectionWordsMax } from './split-long-section.ts'

function words(count: number): string {
  return 'word '.repeat(count).trim()
}

async function parts(...blocks: readonly string[]) {
  const { sections } = await parseLesson({ slug: 'a', file: `## A\n\n${blocks.join('\n\n')}`, language: 'en' })
  return sections.map(({ id, words: count }) => `${id} ${count}`)
}

test('a section is divided when it has more words than are allowed, and not before', async () => {
  expect(await parts(words(sectionWordsMax - 300), words(300))).toEqual(['a 700'])
  expect(await parts(words(sectionWordsMax - 299), words(300))).toEqual(['a 401', 'a~2 300'])
})

test('a part keeps the slots after its prose, and a heading goes with what it heads', async () => {
  const { sections } = await parseLesson({
    slug: 'a',
    file: `## A\n\n${words(600)}\n\n---\n\n#### Deep\n\n${words(400)}`,
    language: 'en',
  })
  expect(sections.map(({ slots }) => slots.map(({ kind }) => kind))).toEqual([['rule'], ['heading']])
  expect(sections.map(({ heading }) => heading?.text ?? null)).toEqual(['A', null])
})

test('a short rest stays with the part before it', async () => {
  expect(await parts(words(600), words(149))).toEqual(['a 749'])
  expect(await parts(words(600), words(150))).toEqual(['a 600', 'a~2 150'])
})

test('an edit in a later part leaves the parts before it alone', async () => {
  const before = await parseLesson({ slug: 'a', file: `${words(600)}\n\n${words(600)}`, language: 'en' })
  const after = await parseLesson({ slug: 'a', file: `${words(600)}\n\n${words(500)}`, language: 'en' })
  expect(after.sections[0]).toEqual(before.sections[0])
  expect(after.sections[1]?.hash).not.toBe(before.sections[1]?.hash)
})
