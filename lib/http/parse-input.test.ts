import * as v from 'valibot'
import { expect, test } from 'vitest'
import { answersEntries } from '../profile/answers.ts'
import { lessonRequestSchema } from '../contract/lesson-request.ts'
import { sectionsMax } from '../contract/choices-schema.ts'
import { issuesMax, parseInput, valuesMax } from './parse-input.ts'
import { Problem } from '../errors/problem.ts'

/** What a list of single values is refused with, and how many of them the schema looked at. */
function refuse(input: unknown): { readonly problem: Problem | undefined; readonly looks: number } {
  let looks = 0
  const watched = v.strictObject({
    list: v.array(
      v.pipe(
        v.unknown(),
        v.check(() => ((looks += 1), false)),
      ),
    ),
  })
  try {
    parseInput(watched, input)
    return { problem: undefined, looks }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { problem: error, looks }
  }
}

const ones = (length: number): number[] => Array.from({ length }, () => 1)

test('parseInput() looks at no value of a body that holds more than are read', () => {
  expect(refuse({ list: ones(valuesMax - 1) }).looks).toBe(valuesMax - 1)
  const { problem, looks } = refuse({ list: ones(valuesMax) })
  expect([problem?.code, looks]).toEqual(['invalid-request', 0])
})

test.each([
  ['a long list', { list: ones(130_000) }],
  ['many names', Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`n${index}`, 1]))],
  ['many lists in a list', { list: Array.from({ length: 40_000 }, () => []) }],
  ['a deep list', JSON.parse(`{"list":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  ['deep objects', JSON.parse(`${'{"list":'.repeat(30_000)}1${'}'.repeat(30_000)}`)],
])('parseInput() refuses %s, in a message that is short', (_name, input) => {
  const { problem, looks } = refuse(input)
  expect([problem?.code, looks]).toEqual(['invalid-request', 0])
  expect(problem?.message.length).toBeLessThan(200)
})

test('parseInput() names the first few of what is wrong, however much there is', () => {
  const { problem } = refuse({ list: ones(1_000) })
  expect(problem?.detail).toMatchObject({ fields: { length: issuesMax } })
  expect(problem?.message.length).toBeLessThan(4_000)
})

test('parseInput() reads the fullest request that means anything', () => {
  const ids = Array.from({ length: sectionsMax }, (_, index) => `section-${index}`)
  const request = {
    lesson_slug: 'a',
    sections: ids,
    choices: Object.fromEntries(ids.map((id) => [id, { level: 'deeper', variant: 1 }])),
  }
  expect(parseInput(lessonRequestSchema, request).sections).toHaveLength(sectionsMax)
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'parseInput() takes nothing from a field called %s',
  (name) => {
    const schema = v.strictObject({ robotics_background: answersEntries.robotics_background })
    const input: unknown = JSON.parse(`{"robotics_background":true,"${name}":{"robotics_background":false}}`)
    const parsed = ((): unknown => {
      try {
        return parseInput(schema, input)
      } catch (error) {
        return (error as Problem).code
      }
    })()
    expect(['invalid-request', '{"robotics_background":true}']).toContain(
      typeof parsed === 'string' ? parsed : JSON.stringify(parsed),
    )
  },
)
