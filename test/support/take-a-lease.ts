import type { Kysely } from 'kysely'
import { takeLease, type Lease, type RewriteRow } from '../../lib/db/lease-queries.ts'
import type { Database } from '../../lib/db/database.ts'
import { aSubject } from './a-subject.ts'

/** Takes the lease on a row at nobody's cost; undefined when it is not free. */
export async function takeALease(db: Kysely<Database>, row: RewriteRow): Promise<Lease | undefined> {
  const reservation = { subject: aSubject(), tokens: 0 }
  const lease = { key: row.key, token: crypto.randomUUID(), reservation }
  return (await takeLease(db, row, lease)) === 'taken' ? lease : undefined
}
