import { hashText } from '../lesson/hash-text.ts'
import { Problem } from './problem.ts'

/** True when the request carries the integrator's key; a wrong key is refused rather than ignored. */
export async function isIntegrator(request: Request, key: string | undefined): Promise<boolean> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return false
  const sent = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
  // Hashes are compared, so that the time it takes tells nothing about the key.
  if (key !== undefined && (await hashText(sent)) === (await hashText(key))) return true
  throw new Problem('invalid-key', 'The key in the header "Authorization" is not valid; wanted "Bearer" and a key.', {
    headers: { 'www-authenticate': 'Bearer' },
  })
}
