const encoder = new TextEncoder()

/**
 * Makes the hash that is stored instead of a name or code: HMAC-SHA-256, 32 hexadecimal digits, under a key derived
 * from the secret and the purpose. The database alone reveals none of them; with a day in the purpose, hashes of two
 * days cannot be linked.
 */
export async function createKeyedHash(secret: string, purpose: string): Promise<(text: string) => Promise<string>> {
  const own = await sign(await importKey(encoder.encode(secret)), `palimpsest ${purpose}`)
  const key = await importKey(own)
  return async (text) =>
    Array.from((await sign(key, text)).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const importKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

const sign = async (key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
