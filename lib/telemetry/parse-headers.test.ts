import { expect, test } from 'vitest'
import { parseHeaders } from './parse-headers.ts'

test('parseHeaders() reads names and percent-encoded values', () => {
  expect(parseHeaders('')).toEqual({})
  expect(parseHeaders('Authorization=Bearer%20a=b, x-team = one ,')).toEqual({
    authorization: 'Bearer a=b',
    'x-team': 'one',
  })
})

test.each(['authorization', '=value', 'na me=value', 'a=%', 'a=%0d%0ab'])('parseHeaders() refuses %j', (text) => {
  expect(parseHeaders(text)).toBeUndefined()
})
