import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeTransferCode, normaliseTransferCode, transferCodePattern, transferCodeSymbols } from './transfer-code.ts'

const codes = fc.uint8Array({ minLength: transferCodeSymbols, maxLength: transferCodeSymbols }).map(encodeTransferCode)

test('a code is twelve symbols of 32, three groups of four: 60 bits', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      expect(normaliseTransferCode(code)).toBe(code)
      expect(code).toMatch(transferCodePattern)
    }),
  )
})

test('every symbol comes from eight of the 256 bytes, so that none is likelier than another', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const symbol = encodeTransferCode(new Uint8Array([byte]))
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
})

test('a code is the same in small letters, with spaces, without hyphens, and with letters that look like its digits', () => {
  for (const written of ['7k3m9qxw20d1', ' 7K3M 9QXW 20D1 ', '7-K3M-9QXW--2oDl', '7k3m-9qxw-2ODi']) {
    expect(written).toMatch(transferCodePattern)
    expect(normaliseTransferCode(written)).toBe('7K3M-9QXW-20D1')
  }
})

test.each(['', '7K3M-9QXW-2FD', '7K3M-9QXW-2FDTX', '7K3M-9QXW-2FDU', '7K3M-9QXW-2FD!', '۷K3M-9QXW-2FDT'])(
  '"%s" is no code',
  (text) => expect(text).not.toMatch(transferCodePattern),
)
