/** Crockford's base 32, without letters that look like a digit or another letter. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Symbols of a code, of five bits each: 60 bits in all. */
export const transferCodeSymbols = 12
/** For how many minutes a code is valid. */
export const transferMinutes = 10

/** A code as people may type it: in any case, with spaces or hyphens anywhere, and with `o`, `i` and `l` for digits. */
export const transferCodePattern = /^[\s-]*(?:[0-9A-TV-Za-tv-z][\s-]*){12}$/

/** Encodes twelve random bytes as a code in groups of four: `7K3M-9QXW-2FDT`. */
export function encodeTransferCode(bytes: Uint8Array): string {
  const symbols = Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return groupTransferCode(symbols)
}

/** The canonical form of a code that matches the pattern. */
export function normaliseTransferCode(text: string): string {
  const symbols = text.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return groupTransferCode(symbols)
}

const groupTransferCode = (symbols: string): string => symbols.match(/.{1,4}/g)?.join('-') ?? ''
