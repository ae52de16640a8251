import { sql, type Kysely } from 'kysely'
import { transferMinutes } from '../profile/index.ts'
import type { Counter, QuotaSubject } from '../quota/index.ts'
import type { Database } from './database.ts'
import { isForeignKeyViolation } from './foreign-key-violation.ts'
import { countRequest, underLimits } from './quota-queries.ts'
import { preferenceColumns, type Preferences } from './user-queries.ts'

/** A code by its hash, and whose quota making or trying it counts towards. */
export interface Transfer {
  readonly codeHash: string
  readonly subject: QuotaSubject<Counter>
}

/**
 * Stores a code in the place of the one that the learner may have, and says when it runs out; undefined when the learner has
 * no profile. Counted either way; over the subject's limit nothing is stored, and the answer is `too-many-requests`.
 */
export async function storeTransfer(
  db: Kysely<Database>,
  userId: string,
  { codeHash, subject }: Transfer,
): Promise<{ expires_at: Date } | undefined> {
  // Counted before a row is locked, as in every statement. What ran out goes two at a time, so that the table does not grow.
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
 * Takes a code that still holds, and answers its learner's profile: of any number who try at once, to one of them. Undefined
 * for every other code. Counted either way; over the subject's limit the answer is `too-many-requests`, and the code stays.
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
