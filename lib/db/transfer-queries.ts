import { sql, type Kysely } from 'kysely'
import { transferMinutes } from '../profile/index.ts'
import type { Counter, QuotaSubject } from '../quota/index.ts'
import type { Database } from './database.ts'
import { isForeignKeyViolation } from './foreign-key-violation.ts'
import { countRequest, underLimits } from './quota-queries.ts'
import { preferenceColumns, type Preferences } from './user-queries.ts'

/** A code's hash, and whose quota making or trying it counts towards. */
export interface Transfer {
  readonly codeHash: string
  readonly subject: QuotaSubject<Counter>
}

/**
 * Stores a code, replacing the learner's earlier one, and returns when it expires; undefined if the learner has no
 * profile. Counted either way; over the subject's limit it stores nothing and throws `too-many-requests`.
 */
export async function storeTransfer(
  db: Kysely<Database>,
  userId: string,
  { codeHash, subject }: Transfer,
): Promise<{ expires_at: Date } | undefined> {
  // Counted before any row is locked, as in every statement. Each call also deletes two expired codes, so that the
  // table does not grow.
  const stored = sql<{ expires_at: Date }>`
    with counted as (select ${countRequest(subject)} as done),
      swept as (
        delete from transfers where ctid = any (array(
          select ctid from transfers where expires_at < clock_timestamp() and user_id <> ${userId}
          order by expires_at limit 2 for update skip locked)))
    insert into transfers (user_id, code_hash, expires_at)
      select user_id, ${codeHash}, clock_timestamp() + make_interval(mins => ${transferMinutes})
      from user_preferences where user_id = ${userId} and (select done from counted)
    on conflict (user_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at
    returning expires_at`.execute(db)
  try {
    return (await underLimits(stored, subject)).rows[0]
  } catch (error) {
    if (isForeignKeyViolation(error)) return undefined
    throw error
  }
}

/**
 * Uses up a valid code and returns its learner's profile; of any number of concurrent tries one succeeds. Undefined for
 * any other code. Counted either way; over the subject's limit it throws `too-many-requests`, and the code remains.
 */
export function redeemTransfer(
  db: Kysely<Database>,
  { codeHash, subject }: Transfer,
): Promise<Preferences | undefined> {
  const redeemed = db
    .with('counted', (cte) => cte.selectNoFrom(countRequest(subject).as('done')))
    .with('redeemed', (cte) =>
      cte
        .deleteFrom('transfers')
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', sql<Date>`clock_timestamp()`)
        .where(({ selectFrom }) => selectFrom('counted').select('done'))
        .returning('user_id'),
    )
    .selectFrom('user_preferences')
    .select(preferenceColumns)
    .where('user_id', 'in', ({ selectFrom }) => selectFrom('redeemed').select('user_id'))
  return underLimits(redeemed.executeTakeFirst(), subject)
}
