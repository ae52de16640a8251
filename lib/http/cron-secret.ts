import { useKey } from '../db/index.ts'
import { hashText } from '../text/index.ts'
import { identifyKeyUser, type QuotaServices } from '../quota/index.ts'
import type { DataServices } from './endpoints/users.ts'
import { Problem } from '../errors/index.ts'

/**
 * Checks that a request carries the secret as Vercel's cron does (`Authorization: Bearer`); else throws `invalid-key`.
 * A wrong secret counts as an invalid key of its address; after too many it throws `too-many-requests`.
 */
export async function requireCronSecret(
  request: Request,
  { cronSecret: secret, ...services }: DataServices & QuotaServices & { readonly cronSecret: string | undefined },
): Promise<void> {
  if (secret === undefined) {
    const problem = 'CRON_SECRET is not set: wanted at least 16 characters'
    throw new Problem('not-configured', `Settings that cannot be used: ${problem}.`, {
      detail: { settings: [problem] },
    })
  }
  const sent = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (sent === undefined) throw wrongSecret()
  const hash = await hashText(sent)
  if (areSame(hash, await hashText(secret))) return
  await useKey(services.db, await identifyKeyUser(request, { id: '', hash, scope: 'operate' }, services)).catch(
    (error: unknown) => {
      throw error instanceof Problem && error.code === 'invalid-key' ? wrongSecret() : error
    },
  )
}

/** Compares texts of equal length in constant time. */
function areSame(one: string, other: string): boolean {
  let difference = 0
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}

const wrongSecret = (): Problem =>
  new Problem('invalid-key', 'The header "Authorization" does not have the secret; wanted "Bearer" and the secret.', {
    headers: { 'www-authenticate': 'Bearer' },
  })
