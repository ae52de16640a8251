import { describe, expect, test } from 'vitest'
import { glossary } from '../../../test/support/glossary.ts'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { terms, wantedTerms } from './terms.ts'

const source = '## Torque\n\nThe motor turns the joint, and `torque` in code is no term of the prose.'
const urdu = await planTask(source, { glossary, answers: { preferred_language: 'ur' } })

describe('terms()', () => {
  test('wants the glossary’s terms of the prose, and none for an opening note', () => {
    expect([...wantedTerms(urdu)].toSorted()).toEqual(['joint', 'motor'])
    expect([...wantedTerms({ ...urdu, kind: 'note' })]).toEqual([])
  })

  test.each([
    '## Torque\n\nmotor joint کو گھماتی ہے۔',
    '## motor\n\nیہ joint کو گھماتی ہے۔',
    '## Torque\n\nدو motors کئی joints کو گھماتی ہیں۔',
    '## Torque\n\nMotor اور JOINT',
  ])('lets %j through: the terms stand in Latin script', (text) => {
    expect(judge(terms, text, urdu)).toEqual([])
  })

  test.each(['## Torque\n\nموٹر joint کو گھماتی ہے۔', '## Torque\n\nموٹر جوڑ کو گھماتی ہے۔'])(
    'finds what %j translates or transliterates',
    (text) => {
      expect(judge(terms, text, urdu)).toEqual(['term-translated'])
    },
  )

  test('wants nothing of a text that is still coming, nor of one in the lesson’s language', async () => {
    expect(judge(terms, '## Torque\n\nموٹر', urdu, { partial: true })).toEqual([])
    expect(judge(terms, 'It turns.', await planTask(source, { glossary }))).toEqual([])
  })
})
