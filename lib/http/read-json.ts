import { Problem } from '../errors/index.ts'

/** The largest body of a request with a few fields, in bytes. */
export const bodyBytesMax = 4 * 1024
/** The largest body of a request that may contain a lesson's text, in bytes. */
export const lessonBodyBytesMax = 256 * 1024

/**
 * Reads a JSON body of at most `bytesMax` bytes; throws a `Problem` for other content types, larger or incomplete
 * bodies and bad JSON.
 */
export async function readJson(request: Request, bytesMax = bodyBytesMax): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(contentType))
    throw new Problem(
      'unsupported-media-type',
      `Got content type "${contentType.slice(0, 80)}"; wanted "application/json".`,
    )
  const text = decode(await readBytes(request, bytesMax))
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid-json', text === '' ? 'The body is empty; wanted JSON.' : 'The body is not valid JSON.')
  }
}

async function readBytes(request: Request, bytesMax: number): Promise<readonly Uint8Array[]> {
  if (Number(request.headers.get('content-length')) > bytesMax) throw tooLarge(bytesMax)
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > bytesMax) throw tooLarge(bytesMax)
      chunks.push(chunk)
    }
  } catch (error) {
    // A body can only break off on the client's side of the connection.
    throw error instanceof Problem ? error : new Problem('invalid-json', 'The body ended too early.')
  }
  return chunks
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
  } catch {
    throw new Problem('invalid-json', 'The body is not valid UTF-8.')
  }
}

const tooLarge = (bytesMax: number): Problem =>
  new Problem('body-too-large', `The body is larger than ${bytesMax} bytes, the limit.`)
