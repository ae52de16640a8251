const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const lettersMax = 32

/** Draws a new key at random; see `keyPattern`. */
export function drawKey(): string {
  let drawn = ''
  while (drawn.length < lettersMax)
    // Bytes beyond the last multiple of the alphabet's size would make some letters likelier.
    for (const byte of crypto.getRandomValues(new Uint8Array(lettersMax)))
      if (byte < 4 * letters.length && drawn.length < lettersMax) drawn += letters[byte % letters.length]
  return `plm_${drawn}`
}
