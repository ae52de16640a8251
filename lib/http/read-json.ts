import { Problem } from './problem.ts'

/** The largest body that is read, in bytes. */
export const bodyBytesMax = 256 * 1024

/** Reads a JSON body of at most `bodyBytesMax` bytes; refuses other content types, larger bodies and bad JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(contentType))
    throw new Problem(
      'unsupported-media-type',
      `Got content type "${contentType.slice(0, 80)}"; wanted "application/json".`,
    )
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('invalid-json', text === '' ? 'The body is empty; wanted JSON.' : 'The body is not valid JSON.')
  }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > bodyBytesMax) throw tooLarge()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  let text = ''
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > bodyBytesMax) throw tooLarge()
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Problem('invalid-json', 'The body is not valid UTF-8.')
    throw error
  }
}

const tooLarge = (): Problem =>
  new Problem('body-too-large', `The body is larger than ${bodyBytesMax} bytes, the most that is read.`)
