import { expect, test } from 'vitest'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import { costlyLengthMax, createCostMeter, findCostly } from './find-costly.ts'

const repeat = (unit: string, times: number): string => unit.repeat(times)

test.each<readonly [kind: string, max: number, write: (count: number) => string, reason: RegExp]>([
  ['characters', costlyLengthMax, (count) => repeat('a ', count / 2 + 1).slice(0, count), /characters/],
  ['lines', 1_000, (count) => repeat('\n', count - 1), /lines/],
  ['lines that end in a carriage return', 1_000, (count) => repeat('\r', count - 1), /lines/],
  ['lines without a blank one', 400, (count) => repeat('a\n', count), /without a blank line/],
  [
    'lines of a quotation without a blank one',
    400,
    (count) => `> a\n${repeat('b\n', count - 1)}`,
    /without a blank line/,
  ],
  ['characters without a space', 2_500, (count) => repeat('a', count), /without a space/],
  ['quotations at once', 24, (count) => `a\n\n${repeat('> ', count)}a`, /^line 3 opens more/],
  ['quotations at once, without spaces', 24, (count) => `${repeat('>', count)}a`, /^line 1 opens more/],
  ['lists at once', 24, (count) => `${repeat('- ', count)}a`, /^line 1 opens more/],
  ['numbered lists at once', 24, (count) => `${repeat('1. ', count)}a`, /^line 1 opens more/],
  ['footnotes at once', 24, (count) => `${repeat('[^1]:', count)}a`, /^line 1 opens more/],
  ['columns before an item, by two', 24, (count) => `${repeat('  ', count)}- a`, /^line 1 opens more/],
  [
    'quotations and items in all',
    400,
    (count) => repeat('> > > > a\n\n', count / 4) + (count % 4 ? '- a' : ''),
    /items of lists/,
  ],
  [
    'levels of indentation',
    6_000,
    (count) => repeat(`${repeat(' ', 40)}a\n\n`, count / 20) + (count % 20 ? '  a' : ''),
    /levels of indentation/,
  ],
  [
    'items that stand deep',
    120,
    (count) => repeat(`${repeat(' ', 20)}- a\n\n`, count),
    /levels of quotations and items/,
  ],
  ['tabs before an item, at two levels each', 12, (count) => `${repeat('\t', count)}- a`, /^line 1 opens more/],
  ['admonitions in each other', 5, (count) => repeat(':::note\n', count), /admonitions in each other/],
  ['headings', 300, (count) => repeat('# a\n\n', count), /headings/],
  ['underlines', 120, (count) => repeat('a\n=\n\n', count), /lines of nothing but/],
  ['underlines of hyphens', 120, (count) => repeat('a\n-----\n\n', count), /lines of nothing but/],
  ['definitions', 200, (count) => repeat('[a]: b\n\n', count), /definitions of links/],
  ['footnotes', 100, (count) => repeat('a[^1] ', count), /footnotes/],
  [
    'brackets',
    1_000,
    (count) => repeat('a[]]]\n\n', count / 4) + repeat(']', count % 4),
    /square brackets, at most 1000/,
  ],
  ['brackets at once', 300, (count) => repeat('a] ', count), /square brackets without/],
  [
    'signs of emphasis',
    1_500,
    (count) => repeat('*a*_b_\n\n', count / 4) + repeat('*', count % 4),
    /emphasis .*at most 1500/,
  ],
  ['signs of emphasis at once', 300, (count) => repeat('*a ', count), /emphasis .* without/],
  ['signs of code', 1_500, (count) => repeat('`a``b`\n\n', count / 4) + repeat('`', count % 4), /code .*at most 1500/],
  ['signs of code at once', 400, (count) => repeat('`a ', count), /code .* without/],
  ['tags', 400, (count) => repeat('<b ', count), /angle brackets/],
  ['cells', 1_000, (count) => repeat('|a ', count), /cells/],
  ['expressions', 800, (count) => repeat('} ', count), /curly brackets/],
  ['formulas', 400, (count) => repeat('$a ', count), /formulas/],
  ['labels of directives at once', 12, (count) => repeat(':a[', count), /labels .* without/],
  ['directives', 400, (count) => repeat(':a ', count), /directives/],
  ['character references', 200, (count) => repeat('&amp; ', count), /character references/],
  ['addresses', 400, (count) => repeat('a@b.c ', count), /addresses/],
  ['backslashes', 500, (count) => repeat('\\ ', count), /backslashes/],
])('%s are parsed up to %d, and refused beyond', (_kind, max, write, reason) => {
  expect(findCostly(write(max))).toBeUndefined()
  expect(findCostly(write(max + 1))).toMatch(reason)
})

test('a text that has nearly the most of everything is refused, though it has too much of nothing', () => {
  const full =
    repeat(`a *b* \`c\` [d](e) $f$ :g ${'h'.repeat(8)}\n\n`, 199) +
    repeat('|a|b|c|\n\n', 200) +
    repeat('&amp; a@b <c\n', 150)
  expect(findCostly(full)).toMatch(/too many kinds at once/)
})

test('admonitions that close are not in each other', () => {
  expect(findCostly(repeat(':::note\na\n:::\n\n', 50))).toBeUndefined()
})

test('no lesson of the book is refused, nor would be with half as much again of everything', async () => {
  for (const { slug, sections } of await readSiteLessons()) {
    const source = sections.map((section) => section.source).join('\n\n')
    expect(findCostly(`${source}\n\n${source.slice(0, source.length / 2)}`), slug).toBeUndefined()
  }
})

test('createCostMeter() finds in the parts of a text what is in the whole', () => {
  const texts = [
    repeat('a[^1] b\n\n', 101),
    repeat('> > > > a\n\n', 101),
    repeat(':::note\n\n', 6),
    repeat('a *b* `c` | d <e> $f$ {g} http://h \\i &j; [k]\n\n', 150),
    repeat('a\n\n', 600),
    repeat('word and word\n\n', 300),
  ]
  for (const text of texts) {
    const { add } = createCostMeter()
    const found = text.split('\n\n').map((part, at) => add(at === 0 ? part : `\n\n${part}`))
    expect(found.find((each) => each !== undefined)?.replace(/\d+/, '')).toBe(findCostly(text)?.replace(/\d+/, ''))
  }
})
