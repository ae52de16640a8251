import { friend } from './friend.ts'
import type { FuzzedRequest } from './arbitrary-request.ts'

/** Throws unless a page of the known origin may read the answer and no other may; never with credentials. */
export function judgeOrigin({ headers: { origin } }: Pick<FuzzedRequest, 'headers'>, { headers }: Response): void {
  const told = [...headers.keys()].filter((name) => name.startsWith('access-control-'))
  const allowed = headers.get('access-control-allow-origin')
  if (origin === friend ? allowed !== friend : told.length > 0)
    throw new Error(`The origin "${origin}" was told ${told.join(', ') || 'nothing'}, and to allow "${allowed}"`)
  if (headers.has('access-control-allow-credentials')) throw new Error('Credentials are allowed')
  if (!headers.get('vary')?.includes('origin'))
    throw new Error('Caches are not told to keep the answers of origins apart')
}
