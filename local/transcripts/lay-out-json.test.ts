import { expect, test } from 'vitest'
import { layOutJson } from './lay-out-json.ts'

const long = 'a'.repeat(90)

test('what fits on a line stands on one', () => {
  expect(layOutJson({ id: 'a', list: [1, null, {}], nested: { deep: true } })).toBe(
    '{ "id": "a", "list": [1, null, {}], "nested": { "deep": true } }',
  )
})

test('what does not fit is laid out on lines, and its parts again on one each where they fit', () => {
  expect(layOutJson({ text: long, list: [{ a: 1 }, { b: 2 }] })).toBe(
    `{\n  "text": "${long}",\n  "list": [{ "a": 1 }, { "b": 2 }]\n}`,
  )
})

test('a long object deep within others is counted', () => {
  const deep = { one: long, two: 2 }
  expect(layOutJson({ a: { b: { c: deep } } })).toBe(
    '{\n  "a": {\n    "b": {\n      "c": { … 2 fields }\n    }\n  }\n}',
  )
})
