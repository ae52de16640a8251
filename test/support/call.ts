import type { ModelCall } from './model-call.ts'
import { inject } from 'vitest'

export interface CallOptions {
  /** A value is sent as JSON; a text or bytes as they are. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type EdgeFunction = (request: Request) => Promise<Response>

/** Calls a function as the platform would. */
export function call(
  edgeFunction: EdgeFunction,
  methodAndPath: string,
  { body, headers = {} }: CallOptions = {},
): Promise<Response> {
  const [method = 'GET', path = '/'] = methodAndPath.split(' ')
  return edgeFunction(
    new Request(`https://palimpsest.test${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
    }),
  )
}

/** The calls that the scripted model answered under this name. */
export async function modelCalls(model: string): Promise<ModelCall[]> {
  const response = await fetch(`${inject('modelBaseUrl')}/calls?model=${encodeURIComponent(model)}`)
  return (await response.json()) as ModelCall[]
}
