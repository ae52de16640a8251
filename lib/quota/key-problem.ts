import { Problem } from '../errors/index.ts'
import type { SentKey } from '../contract/index.ts'

/** The 401 for what is no key, was never one, or is revoked: which of them, nobody is told. */
export const invalidKey = (): Problem =>
  new Problem('invalid-key', 'The header "Authorization" holds no valid key; wanted "Bearer plm_…", not revoked.', {
    headers: { 'www-authenticate': 'Bearer' },
  })

/** The 403 for a key that may not do this (RFC 6750, section 3.1). */
export const missingScope = ({ id, scope }: SentKey): Problem =>
  new Problem('missing-scope', `The key "plm_${id}…" does not have the scope "${scope}".`, {
    detail: { scope },
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  })
