import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'

/**
 * Rows that no writer, whatever stopped it, may leave behind; in words. A version may name a rewrite that was never stored, or is
 * swept out: what a learner was given is remembered, and only whole versions are found again (`lib/db/find-version.ts`).
 */
export async function findDamage(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select state || ' rewrite ' || key || ' is half written' as what from personalized_content_cache where case state
      when 'ready' then content is null or proof is null or usage is null or model is null or verifier_version is null
        or created_at is null or lease_until is not null
      when 'rejected' then content is not null or proof is null or lease_until is null
      when 'failed' then content is not null or failure_reason is null or lease_until is null
      else content is not null or lease_token is null or lease_until is null end
    union all
    select 'learner ' || id || ' has answers and is not onboarded' from users
      where onboarding_completed <> exists (select from user_preferences where user_id = users.id)`.execute(db)
  return rows.map(({ what }) => what)
}

/** How many sections are under a lease that has not run out. */
export async function countLeases(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('personalized_content_cache')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', '=', 'writing')
    .where('lease_until', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirstOrThrow()
  return Number(count)
}
