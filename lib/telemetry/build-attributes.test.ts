import { expect, test } from 'vitest'
import { buildAttributes, factsOfLine } from './build-attributes.ts'

test("a line's facts become attributes: by OpenTelemetry's names, by ours, and by both for facts within facts", () => {
  const line = {
    level: 'info',
    event: 'request',
    method: 'POST',
    status: 200,
    lesson: 'ros/topics',
    first_text_ms: null,
    reasons: { 'no-prose': 2 },
  } as const
  expect(buildAttributes(factsOfLine(line))).toEqual({
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'palimpsest.lesson': 'ros/topics',
    'palimpsest.reasons.no-prose': 2,
  })
})
