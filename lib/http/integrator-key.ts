import { useKey } from '../db/index.ts'
import { keyPattern, type KeyScope, type SentKey } from '../contract/index.ts'
import { hashText } from '../text/index.ts'
import type { DataServices } from './endpoints/users.ts'
import { identifyKeyUser, invalidKey, type QuotaServices } from '../quota/index.ts'

/**
 * The integrator's key that a request carries, undefined when it carries none. Only its form is known to be right: the
 * statement that it goes into says whether it holds.
 */
export async function readKey(request: Request, scope: KeyScope): Promise<SentKey | undefined> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return undefined
  const key = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
  const id = keyPattern.exec(key)?.[1]
  if (id === undefined) throw invalidKey()
  return { id, hash: await hashText(key), scope }
}

/**
 * Lets a request through that carries a key with this scope; throws `invalid-key`, `missing-scope` or `too-many-requests`. In a statement of its
 * own: where a reader waits, the key goes into the statement that is made anyway (`lib/db/use-key.ts`).
 */
export async function requireKey(
  request: Request,
  scope: KeyScope,
  services: DataServices & QuotaServices,
): Promise<void> {
  const key = await readKey(request, scope)
  if (!key) throw invalidKey()
  await useKey(services.db, await identifyKeyUser(request, key, services))
}
