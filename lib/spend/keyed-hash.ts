const encoder = new TextEncoder()

/**
 * Makes the names that people have in the counters of one day: HMAC-SHA-256, 32 hexadecimal digits, under a key that is
 * derived from the secret and the day. Who has only the counters learns nothing of them, and no two days can be joined.
 */
export async function createKeyedHash(secret: string, day: string): Promise<(text: string) => Promise<string>> {
  const ofDay = await sign(await importKey(encoder.encode(secret)), `palimpsest spending ${day}`)
  const key = await importKey(ofDay)
  return async (text) =>
    Array.from((await sign(key, text)).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const importKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

const sign = async (key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
