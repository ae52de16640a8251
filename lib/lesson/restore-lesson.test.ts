import { expect, test } from 'vitest'
import { parseLesson } from './parse-lesson.ts'
import { restoreLesson } from './restore-lesson.ts'

const source = `import A from './a'

# Title

Opening.

## First {#one}

[x]: https://example.com

Text.

{/* end */}

Second
------

More.`

async function sectionsOf(file: string) {
  return (await parseLesson({ slug: 'a', file, language: 'en' })).sections
}

test('restoreLesson() joins sections that nobody changed to the source', async () => {
  const sections = await sectionsOf(source)
  expect(restoreLesson(sections.map((section) => ({ section, text: null })))).toBe(source)
})

test('restoreLesson() puts texts and translated headings in place, and keeps anchors and hidden parts', async () => {
  const sections = await sectionsOf(source)
  const settled = sections.map((section) => ({ section, text: `${section.id}.`, heading: 'سرخی' }))
  expect(restoreLesson(settled)).toBe(`import A from './a'

# Title

_opening.

## سرخی \\{#one}

[x]: https://example.com

one.

{/* end */}

## سرخی \\{#second}

second.`)
})

test('restoreLesson() takes the rest of a heading of two lines away with it', async () => {
  const sections = await sectionsOf('A heading\nof two lines\n---\nText.')
  const settled = sections.map((section) => ({ section, text: null, heading: 'New' }))
  expect(restoreLesson(settled)).toBe('## New \\{#a-headingof-two-lines}\nText.')
})
