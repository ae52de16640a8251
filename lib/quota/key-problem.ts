import { Problem } from '../errors/index.ts'
import type { SentKey } from '../contract/index.ts'

/** The 401 for a malformed, unknown or revoked key. It does not say which, so that guessing reveals nothing. */
export const invalidKey = (): Problem =>
  new Problem('invalid-key', 'The header "Authorization" holds no valid key; wanted "Bearer plm_…", not revoked.', {
    headers: { 'www-authenticate': 'Bearer' },
  })

/** The 403 for a key without the needed scope (RFC 6750, section 3.1). */
export const missingScope = ({ id, scope }: SentKey): Problem =>
  new Problem('missing-scope', `The key "plm_${id}…" does not have the scope "${scope}".`, {
    detail: { scope },
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  })
