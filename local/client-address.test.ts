import { expect, test } from 'vitest'
import { findClientAddress } from './client-address.ts'

const from = (headersDistinct: Record<string, string[]>, remoteAddress = '::ffff:127.0.0.1') => ({
  headersDistinct,
  socket: { remoteAddress },
})

test('without a trusted header the connection says who asks, whatever the client writes', () => {
  const request = from({ 'x-real-ip': ['203.0.113.7'], 'x-forwarded-for': ['203.0.113.7'] })
  expect(findClientAddress(request, undefined)).toBe('127.0.0.1')
})

test('the trusted header alone is believed', () => {
  const request = from({ 'x-real-ip': ['203.0.113.7'], 'x-forwarded-for': ['198.51.100.1'] })
  expect(findClientAddress(request, 'x-real-ip')).toBe('203.0.113.7')
  expect(findClientAddress(from({ 'x-real-ip': ['2001:db8::1'] }), 'x-real-ip')).toBe('2001:db8::1')
})

test('of a list the last address counts, which the proxy has added; what the client sent before it does not', () => {
  for (const sent of [['9.9.9.9, 203.0.113.7'], ['9.9.9.9', '203.0.113.7'], ['made up,203.0.113.7']])
    expect(findClientAddress(from({ 'x-forwarded-for': sent }), 'x-forwarded-for')).toBe('203.0.113.7')
})

test.each([undefined, [], [''], ['unknown'], ['203.0.113.7, '], ['203.0.113.7:4711']])(
  'where the header says no address (%j) the connection does',
  (sent) => {
    expect(findClientAddress(from(sent === undefined ? {} : { 'x-real-ip': sent }), 'x-real-ip')).toBe('127.0.0.1')
  },
)

test.each(['::ffff:203.0.113.7', '::FFFF:203.0.113.7', '::ffff:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7'])(
  '%s is the IPv4 address that it stands for',
  (sent) => expect(findClientAddress(from({ 'x-real-ip': [sent] }), 'x-real-ip')).toBe('203.0.113.7'),
)
