import { expect, test } from 'vitest'
import { clientNetwork } from './client-network.ts'

const networkOf = (headers: Record<string, string>) => clientNetwork(new Headers(headers))

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:50123', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['0000:0000:0000:0000:0000:ffff:cb00:7107', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:50123', '203.0.113.7'],
])('%s is the IPv4 address %s, however it is written', (sent, address) => {
  expect(networkOf({ 'x-real-ip': sent })).toEqual({ address })
})

test.each([
  ['2001:db8:0:1::7', '2001:db8::/56', '2001:db8::/48'],
  ['2001:db8:0:ff::7', '2001:db8::/56', '2001:db8::/48'],
  ['2001:db8:0:100::7', '2001:db8:0:100::/56', '2001:db8::/48'],
  ['2001:0DB8:0000:0001:1111:2222:3333:4444', '2001:db8::/56', '2001:db8::/48'],
  ['[2001:db8:5:4300::1]:443', '2001:db8:5:4300::/56', '2001:db8:5::/48'],
  ['fe80::1%eth0', 'fe80::/56', 'fe80::/48'],
  ['::1', '::/56', '::/48'],
])('%s belongs to the home %s and the network %s', (sent, address, network) => {
  expect(networkOf({ 'x-real-ip': sent })).toEqual({ address, network })
})

test.each(['', 'unknown', '1', '0x7f.1', '203.0.113', '203.0.113.7.9', 'evil.example', '::g'])(
  'what is no address, such as "%s", is one network with all that have none',
  (sent) => {
    expect(networkOf({ 'x-real-ip': sent })).toEqual({ address: '' })
    expect(networkOf({})).toEqual({ address: '' })
  },
)

test('the first hop stands in for a missing x-real-ip', () => {
  expect(networkOf({ 'x-forwarded-for': ' 203.0.113.7 , 10.0.0.1' })).toEqual({ address: '203.0.113.7' })
  expect(networkOf({ 'x-real-ip': '203.0.113.8', 'x-forwarded-for': '203.0.113.7' })).toEqual({
    address: '203.0.113.8',
  })
})
