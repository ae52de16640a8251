import { useKey } from '../db/index.ts'
import { keyPattern, type KeyScope, type SentKey } from '../contract/index.ts'
import { hashText } from '../text/index.ts'
import type { DataServices } from './endpoints/users.ts'
import { identifyKeyUser, invalidKey, type QuotaServices } from '../quota/index.ts'

/**
 * The integrator's key of a request, undefined if there is none. Only its form is checked here; the statement that it
 * goes into validates it.
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
 * Checks that a request carries a key with this scope; throws `invalid-key`, `missing-scope` or `too-many-requests`.
 * Makes a statement of its own; where a reader waits, the key is part of a statement that is made anyway
 * (`lib/db/use-key.ts`).
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
