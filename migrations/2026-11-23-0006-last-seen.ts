import { sql, type Kysely } from 'kysely'

/** When each learner was last seen, and what finds those who were not, and what nobody read, for long. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [lastSeen, seenSoFar, lastSeenIndex, lastReadIndex]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop index personalized_content_cache_last_read`.execute(db)
  await sql`alter table users drop column last_seen_at`.execute(db)
}

const lastSeen = sql`alter table users add column last_seen_at timestamptz not null default clock_timestamp()`

const seenSoFar = sql`
  update users set last_seen_at = greatest(users.updated_at,
    (select max(last_read_at) from learner_lessons where learner_lessons.user_id = users.id))`

const lastSeenIndex = sql`create index users_last_seen on users (last_seen_at)`

const lastReadIndex = sql`create index personalized_content_cache_last_read on personalized_content_cache (last_read_at)`
