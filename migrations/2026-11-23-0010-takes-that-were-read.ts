import { sql, type Kysely } from 'kysely'

/** Whether a lesson was asked for since the learner's take moved on: only then does it move again. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table users add column take_read boolean not null default false`.execute(db)
  await sql`update users set take_read = true where id in (select user_id from learner_lessons)`.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`alter table users drop column take_read`.execute(db)
}
