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
  const resolved = sections.map((section) => ({ section, text: `${section.id}.`, heading: 'سرخی' }))
  expect(restoreLesson(resolved)).toBe(`import A from './a'

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
  const resolved = sections.map((section) => ({ section, text: null, heading: 'New' }))
  expect(restoreLesson(resolved)).toBe('## New \\{#a-headingof-two-lines}\nText.')
})

test.each([
  ['#5 bolts are short\n---\nText.', '## New \\{#5-bolts-are-short}\nText.'],
  ['####### seven\n======\nText.', '####### seven\n======\nText.'],
  ['#\tTab\n\n## #tag ##\nText.', '#\tTab\n\n## New \\{#tag}\nText.'],
  ['#tag\nand text\n-\nText.', '## New \\{#tagand-text}\nText.'],
  ['Two\nlines {/* #own */}\n---\nText.', '## New {/* #own */}\nText.'],
  ['## Old {/* #own and why */}\nText.', '## New {/* #own and why */}\nText.'],
  ['## Old <!-- #own -->\nText.', '## New <!-- #own -->\nText.'],
  ['## Old {#own} ##\nText.', '## New \\{#own}\nText.'],
  ['## ✅\nText.', '## New\nText.'],
  ['## For you\nText.', '## New \\{#for-you}\nText.'],
])('restoreLesson() replaces the whole heading of %j, and keeps its id as it is written', async (markdown, wanted) => {
  const sections = await sectionsOf(markdown)
  expect(restoreLesson(sections.map((section) => ({ section, text: null, heading: 'New' })))).toBe(wanted)
})

test('restoreLesson() puts the author’s targets into a translated heading', async () => {
  const sections = await sectionsOf('## See [the docs](./docs.md "More") or [d][d]\n\nText.\n\n[d]: ./d.md')
  const heading = '[دستاویز](link:1) یا [d](link:2) [x](link:3) [[slot:k1]]'
  expect(restoreLesson(sections.map((section) => ({ section, text: 'متن', heading })))).toContain(
    '## [دستاویز](./docs.md "More") یا [d][d] [x](link:3) [[slot:k1]] \\{#see-the-docs-or-d}',
  )
})
