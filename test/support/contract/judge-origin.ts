import { friend } from './friend.ts'
import type { FuzzedRequest } from './arbitrary-request.ts'

/** Throws unless a page of the known origin may read the answer and no other may; never with credentials. */
export function judgeOrigin({ headers: { origin } }: Pick<FuzzedRequest, 'headers'>, { headers }: Response): void {
  const allowances = [...headers.keys()].filter((name) => name.startsWith('access-control-'))
  const allowed = headers.get('access-control-allow-origin')
  if (origin === friend ? allowed !== friend : allowances.length > 0)
    throw new Error(`The origin "${origin}" was sent ${allowances.join(', ') || 'nothing'}, and to allow "${allowed}"`)
  if (headers.has('access-control-allow-credentials')) throw new Error('Credentials are allowed')
  if (!headers.get('vary')?.includes('origin'))
    throw new Error('No `Vary: Origin`: caches would mix the answers of origins')
}
