import * as v from 'valibot'
import { userIdSchema } from '../contract/index.ts'
import { Problem } from '../errors/index.ts'

/** The learner's id from the `X-User-ID` header. */
export function userIdFromHeader(request: Request): string {
  const value = request.headers.get('x-user-id')
  if (value === null)
    throw new Problem('missing-user-id', 'The header "X-User-ID" is missing; wanted the learner\'s UUID.')
  return parseUserId(value, 'header "X-User-ID"')
}

/** Stands in a path for the learner of the `X-User-ID` header, so that no id is in an address that hosts log. */
const headersLearner = 'me'

/**
 * The learner named by a part of the URL's path, by id or as `me`; `place` counts from the end (`-1`: the last part).
 */
export function userIdFromPath(request: Request, place = -1): string {
  const part = pathPart(request, place)
  return part === headersLearner ? userIdFromHeader(request) : parseUserId(part, 'path')
}

/** One decoded part of the URL's path, counted from the end (`-1`: the last). */
export function pathPart(request: Request, place: number): string {
  const part =
    new URL(request.url).pathname
      .split('/')
      .filter((piece) => piece !== '')
      .at(place) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function parseUserId(value: string, place: string): string {
  const result = v.safeParse(userIdSchema, value)
  if (result.success) return result.output
  throw new Problem('invalid-user-id', `The user id in the ${place} is not a UUID.`)
}
