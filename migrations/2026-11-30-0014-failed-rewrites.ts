import { sql, type Kysely } from 'kysely'

/** A section of which no whole text came rests until `lease_until`, longer after each failure. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table personalized_content_cache
    add column failures smallint not null default 0 check (failures >= 0),
    add column failure_reason text`.execute(db)
  await replaceChecks(db, ['writing', 'ready', 'rejected', 'failed'])
  await sql`alter table personalized_content_cache
    add constraint personalized_content_cache_failed check ((state = 'failed') = (failure_reason is not null))`.execute(
    db,
  )
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`delete from personalized_content_cache where state = 'failed'`.execute(db)
  await sql`alter table personalized_content_cache drop column failures, drop column failure_reason`.execute(db)
  await replaceChecks(db, ['writing', 'ready', 'rejected'])
}

/** The checks that name states, by the names that PostgreSQL gave them. */
async function replaceChecks(db: Kysely<never>, states: readonly string[]): Promise<void> {
  const unproven = sql.join(
    states.filter((state) => state === 'writing' || state === 'failed').map((state) => sql.lit(state)),
  )
  await sql`alter table personalized_content_cache
    drop constraint personalized_content_cache_state_check,
    drop constraint personalized_content_cache_check2`.execute(db)
  await sql`alter table personalized_content_cache
    add constraint personalized_content_cache_state_check check (state in (${sql.join(states.map((state) => sql.lit(state)))})),
    add constraint personalized_content_cache_check2 check (state in (${unproven}) or proof is not null)`.execute(db)
}
