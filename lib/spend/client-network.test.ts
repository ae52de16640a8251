import { expect, test } from 'vitest'
import { clientNetwork } from './client-network.ts'

const networkOf = (headers: Record<string, string>): string => clientNetwork(new Headers(headers))

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1::7', '2001:db8:0:1::/64'],
  ['2001:0DB8:0000:0001:1111:2222:3333:4444', '2001:db8:0:1::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf({ 'x-real-ip': address })).toBe(network)
})

test('the first hop stands in for a missing x-real-ip, and requests without an address are one network', () => {
  expect(networkOf({ 'x-forwarded-for': ' 203.0.113.7 , 10.0.0.1' })).toBe('203.0.113.7')
  expect(networkOf({ 'x-real-ip': '203.0.113.8', 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.8')
  expect(networkOf({})).toBe('')
})
