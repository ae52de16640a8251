import { expect, test } from 'vitest'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import { findCostly } from './find-costly.ts'

/** As long as a stranger's text may be. */
const length = 64_000
const fill = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length)
const numbered = (write: (index: number) => string): string =>
  Array.from({ length: 6_000 }, (_, index) => write(index))
    .join('\n')
    .slice(0, length)

test.each([
  ['definitions of one footnote within each other', fill('[^1]: '), /^line 1 opens more/],
  ['definitions of footnotes, a line each', numbered((index) => `[^${index}]: x`), /footnotes/],
  ['calls of one footnote', fill('a[^1] '), /footnotes/],
  ['definitions of links', numbered((index) => `[${index}]: x`), /square brackets/],
  ['links by name', fill('[a][b] '), /square brackets/],
  ['closing brackets', fill('a]'), /square brackets/],
  ['emphasis that is never closed', fill('*a_'), /emphasis/],
  ['runs of backticks of two lengths', fill('`a``'), /emphasis and code/],
  ['quotations within each other', `# A\n\n${fill('> ')}`, /^line 3 opens more/],
  ['lists within each other', fill('1. '), /^line 1 opens more/],
])('%s are refused before they are parsed', (_name, text, reason) => {
  expect(findCostly(text)).toMatch(reason)
})

test('no lesson of the book is refused, nor would be with ten times its signs', async () => {
  for (const { slug, sections } of await readSiteLessons()) {
    const source = sections.map((section) => section.source).join('\n\n')
    expect(findCostly(Array.from({ length: 10 }, () => source).join('\n\n')), slug).toBeUndefined()
  }
})
