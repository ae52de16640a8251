import type { ServerResponse } from 'node:http'

/**
 * Sends a Web response chunk by chunk, unbuffered and as fast as the reader takes it. A reader who leaves does not stop
 * the function: the rest is read and dropped, as on the edge. A failing stream cuts the connection, so that a partial
 * response is not taken for a complete one.
 */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  try {
    await sendBody(response.body, outgoing)
    outgoing.end()
  } catch (error) {
    outgoing.destroy()
    throw error
  }
}

async function sendBody(body: ReadableStream<Uint8Array> | null, outgoing: ServerResponse): Promise<void> {
  if (body === null) return
  outgoing.flushHeaders()
  for await (const chunk of body) {
    if (!outgoing.destroyed && !outgoing.write(chunk)) await writable(outgoing)
  }
}

function writable(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const proceed = (): void => {
      outgoing.off('drain', proceed).off('close', proceed)
      resolve()
    }
    outgoing.once('drain', proceed).once('close', proceed)
    if (outgoing.destroyed) proceed()
  })
}
