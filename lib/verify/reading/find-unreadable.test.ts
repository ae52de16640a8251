import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const prose = 'The sensor measures what the arm does, and the arm does what it is told by the program.'
const task = await planTask(prose)
const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length))
const { length: lengthMax } = fill('x', prose.length * 8 + 4_000)

test.each([
  ['nested quotations', fill('> ', 4_000)],
  ['nested quotations without spaces', fill('>', 900)],
  ['nested lists of hyphens', fill('- ', 4_000)],
  ['nested lists of plus signs', fill('+ ', 1_000)],
  ['nested numbered lists', fill('1. ', 4_000)],
  ['nested numbered lists with brackets', fill('1) ', 1_000)],
  ['lists in quotations in lists', fill('> - 1. ', 4_000)],
  [
    'a list that grows deeper line by line',
    Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  ],
  ['a run of emphasis', fill('*a_', 4_000)],
  ['a run of emphasis with spaces', fill('*a _b ', 4_000)],
  ['strong emphasis that never closes', fill('**a ', 4_000)],
  ['strikethrough that never closes', fill('~~a ', 4_000)],
  ['comments that never close', fill('<!--', 4_000)],
  ['comments that never close, with spaces', fill('<!-- ', 4_000)],
  ['brackets', fill('[', 4_000)],
  ['brackets with spaces', fill('[ ', 4_000)],
  ['images that never close', fill('![a', 4_000)],
  ['links that never close', fill('[a](<', 4_000)],
  ['backticks in runs of growing length', Array.from({ length: 80 }, (_, at) => '`'.repeat(at)).join(' a ')],
  ['a table of a thousand columns', `${fill('|a ', 3_000)}\n${fill('|--', 1_000)}`],
  ['character references', fill('&amp', 4_000)],
  ['one endless word', fill('x', 2_000)],
  ['one endless number', fill('1,111', 2_000)],
])('verifyRewrite() turns down %s without parsing it', (_name, text) => {
  const verdict = verifyRewrite(text, task)
  expect(verdict.findings.map(({ reason }) => reason)).toEqual(['malformed'])
  expect(verdict.markdown).toBe('')
})

test('verifyRewrite() reads no more than eight times the length of the section and 4,000 characters', () => {
  const sized = (length: number): string => fill('The arm is told. ', length).slice(0, length)
  const isRead = (text: string): boolean => verifyRewrite(text, task).markdown !== ''
  expect(isRead(sized(lengthMax))).toBe(true)
  expect(isRead(sized(lengthMax + 1))).toBe(false)
  expect(verifyRewrite(sized(lengthMax + 1), task).findings.map(({ reason }) => reason)).toEqual(['too-long'])
})

test('verifyRewrite() reads a text with quotations and lists as deep as people write them', () => {
  const text = `${prose}\n\n- a\n  - b\n    - c\n      1. d\n\n> > quoted`
  expect(verifyRewrite(text, task).markdown).toBe(text)
})

test('verifyRewrite() reads quotations and lists that are as deep as the author’s', async () => {
  const deep = Array.from({ length: 30 }, (_, level) => `${'  '.repeat(level)}- The arm moves.`).join('\n')
  const about = await planTask(deep)
  expect(verifyRewrite(about.masked.text, about).findings.map(({ message }) => message)).not.toContain(
    'Quotations or lists are nested too deeply.',
  )
})
