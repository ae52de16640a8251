import { expect, test } from 'vitest'
import { parseLesson } from './parse-lesson.ts'

async function headingOf(markdown: string) {
  return (await parseLesson({ slug: 'a', file: markdown, language: 'en' })).sections[0]?.heading
}

test.each([
  ['Plain \\* text', {}],
  ['Run `ros2 run` **now** {#id}', { markdown: 'Run `ros2 run` **now**' }],
  ['Run *`ros2`* {/* #id and why */}', { markdown: 'Run *`ros2`*' }],
  ['`a` <!-- hidden --> b', { markdown: '`a` b' }],
  ['At 10:30 sharp', { markdown: 'At 10:30 sharp' }],
  [
    'See [the *docs*](./docs.md "More") and [d][d] ##',
    { markdown: 'See [the *docs*](link:1) and [d](link:2)', linkEnds: ['](./docs.md "More")', '][d]'] },
  ],
  ['The $x$ axis', { fixed: true }],
  ['<kbd>F5</kbd> and [docs](./docs.md)', { fixed: true }],
  ['![A figure](./a.png)', { fixed: true }],
  ['A footnote[^1]', { fixed: true }],
])('a section’s heading has what its translation must keep: ## %s', async (markdown, wanted) => {
  const heading = await headingOf(`## ${markdown}\n\nText.\n\n[d]: ./d.md\n\n[^1]: note\n`)
  expect(heading).toEqual({ text: heading?.text, depth: 2, ...wanted })
})

test('a heading over two lines is one line, and a colon in it stays', async () => {
  expect(await headingOf('The `a`\nof 10:30\n---\n\nText.')).toEqual({
    text: 'The a\nof 10:30',
    depth: 2,
    markdown: 'The `a` of 10:30',
  })
})
