import { describe, expect, test } from 'vitest'
import { countAnswers, countVariants, describeVariants } from './count-variants.ts'
import { questionnaire, type Choice, type Question } from './questionnaire.ts'
import { sameAs } from './same-as.ts'

const choice = (value: string, other?: string): Choice => ({
  value,
  label: value,
  brief: value,
  ...(other === undefined ? { guidance: value } : { sameAs: other }),
})
const studied = { kind: 'one' as const, choices: [choice('school'), choice('college'), choice('job', 'college')] }

describe('answers that count as another', () => {
  test('are written for like that one, and are not distinguished', () => {
    expect(['school', 'college', 'job'].map((answer) => sameAs(studied, answer))).toEqual([
      'school',
      'college',
      'college',
    ])
    expect(countAnswers(studied)).toBe(2)
  })

  test('leave other kinds of answers as they are', () => {
    expect(sameAs({ kind: 'some', choices: studied.choices }, ['job'])).toEqual(['job'])
    expect(sameAs({ kind: 'yes-no', choices: [choice('false'), choice('true')] }, true)).toBe(true)
  })

  test('name an answer to the same question that itself counts as no other', () => {
    for (const { kind, choices } of questionnaire as readonly Question[])
      for (const { sameAs: other } of choices) {
        if (other === undefined) continue
        expect(kind).toBe('one')
        expect(choices.filter(({ value }) => value === other).map((named) => named.sameAs)).toEqual([undefined])
      }
    expect(countAnswers({ kind: 'some', choices: studied.choices })).toBe(7)
  })

  test('are the only ones without words of their own for the writer', () => {
    for (const { choices } of questionnaire as readonly Question[])
      for (const { guidance, sameAs: other, value } of choices)
        expect([value, guidance === undefined]).toEqual([value, other !== undefined])
  })
})

test('a section’s rewrites are counted by the answers that it depends on', () => {
  const languages = countAnswers(questionnaire[0])
  expect(countVariants('prose')).toBe(languages * 3 * 2)
  expect(countVariants('prose+code')).toBe(countVariants('prose') * 3)
  expect(countVariants('prose+code+ai')).toBe(countVariants('prose') * 3 * 4)
  expect(describeVariants()).toContain(`can be ${countVariants('prose')} rewrites`)
})
