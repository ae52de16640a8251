import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const prose = 'The sensor measures what the arm does, and the arm does what it is told by the program.'
const plain = await planTask(prose)
const quoting = await planTask(`${prose}\n\n> Measure twice, cut once.`)
const reasons = (text: string, task = plain): string[] => verifyRewrite(text, task).findings.map(({ reason }) => reason)

test('blockKinds() accepts paragraphs and lists in any section', () => {
  expect(reasons('- The sensor measures what the arm does.\n- The arm does what it is told by the program.')).toEqual(
    [],
  )
})

test('blockKinds() accepts a quotation where the section has one', () => {
  expect(reasons(`${prose}\n\n> Measure twice, and cut once.`, quoting)).toEqual([])
})

test('blockKinds() turns down a quotation of its own', () => {
  expect(reasons(`${prose}\n\n> Measure twice, and cut once.`)).toEqual(['malformed'])
})

test('blockKinds() turns down a table of its own', () => {
  expect(reasons(`${prose}\n\n| It | Does |\n|---|---|\n| arm | acts |`)).toContain('malformed')
})
