import { expect, test } from 'vitest'
import { shortenAnswer } from './shorten-answer.ts'

const answer = (type: string, body: string): string => `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\n\r\n${body}`

test('a short JSON answer keeps every value', () => {
  expect(shortenAnswer(answer('application/json', '{"id":"a","list":[1,2,3]}'))).toBe(
    'HTTP/1.1 200 OK\ncontent-type: application/json\n\n{ "id": "a", "list": [1, 2, 3] }',
  )
})

test('the headers that a client acts on are shown, and no others', () => {
  const headers = ['Allow: GET', 'x-frame-options: DENY', 'cache-control: no-store', 'Retry-After: 3', 'Date: today']
  expect(shortenAnswer(`HTTP/1.1 405 No\r\n${headers.join('\r\n')}\r\n\r\n{}`)).toBe(
    'HTTP/1.1 405 No\nAllow: GET\nRetry-After: 3\n\n{}',
  )
  expect(shortenAnswer('HTTP/1.1 200 OK\r\ncache-control: public, immutable\r\n\r\n{}')).toContain('immutable')
})

const longItem = { text: 'b'.repeat(18) }

test('long texts and long lists say that something was left out', () => {
  const shortened = shortenAnswer(
    answer(
      'application/json',
      JSON.stringify({
        text: 'a'.repeat(81),
        list: [longItem, longItem, longItem, longItem, longItem, longItem, longItem],
      }),
    ),
  )
  expect(JSON.parse(shortened.split('\n\n')[1] ?? '')).toEqual({
    text: `${'a'.repeat(80)}…`,
    list: [longItem, longItem, longItem, longItem, longItem, '… 2 more'],
  })
})

test('a list of one long item keeps it', () => {
  const item = Object.fromEntries(Array.from({ length: 9 }, (_each, index) => [index, 'c'.repeat(60)]))
  const shortened = shortenAnswer(answer('application/json', JSON.stringify([item, item])))
  expect(JSON.parse(shortened.split('\n\n')[1] ?? '')).toEqual([item, '… 1 more'])
})

test('a long stream keeps its beginning and its end, and counts what was left out', () => {
  const events = Array.from({ length: 20 }, (_each, index) => `event: section-block\ndata: {"index":${index}}`)
  const shortened = shortenAnswer(answer('text/event-stream; charset=utf-8', `: ping\n\n${events.join('\n\n')}\n\n`))
  const shown = [...shortened.matchAll(/"index":(\d+)/g)].map(([, index]) => Number(index))
  expect(shown).toEqual([0, 1, 2, 19])
  expect(shortened).toContain('… 16 events')
})

test('a short stream is whole', () => {
  const body = 'event: error\ndata: {"error":"internal-error"}\n\n'
  expect(shortenAnswer(answer('text/event-stream', body))).toBe(
    'HTTP/1.1 200 OK\ncontent-type: text/event-stream\n\nevent: error\ndata: {"error":"internal-error"}',
  )
})
