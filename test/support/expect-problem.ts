import { expect } from 'vitest'
import { problemStatus, type ProblemCode } from '../../lib/errors/problem.ts'

export interface ProblemBody {
  readonly error: ProblemCode
  readonly message: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly request_id: string
}

/** Expects an answer to be this error, in the one shape that all errors have; gives its body. */
export async function expectProblem(response: Response, code: ProblemCode): Promise<ProblemBody> {
  const body = (await response.json()) as ProblemBody
  expect(body).toMatchObject({ error: code, message: expect.stringMatching(/\S/) })
  expect(response.status, code).toBe(problemStatus[code])
  expect(Object.keys(body).filter((key) => !['error', 'message', 'detail', 'request_id'].includes(key))).toEqual([])
  if ('detail' in body) expect([typeof body.detail, Array.isArray(body.detail)]).toEqual(['object', false])
  expect(body.request_id).toMatch(/^[0-9a-f-]{36}$/)
  expect(response.headers.get('x-request-id')).toBe(body.request_id)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toContain('application/json')
  return body
}
