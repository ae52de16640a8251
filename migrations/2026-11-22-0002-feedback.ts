import { sql, type Kysely } from 'kysely'

/** What learners say of rewrites: one row for each learner and rewrite, gone with either. */
export async function up(db: Kysely<never>): Promise<void> {
  await feedback.execute(db)
  await feedbackRewrites.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table feedback`.execute(db)
}

const feedback = sql`
  create table feedback (
    user_id uuid not null references users (id) on delete cascade,
    rewrite_key text not null references personalized_content_cache (key) on delete cascade,
    rating text not null check (rating in ('up', 'down')),
    reason text check (reason in ('too-simple', 'too-hard', 'unclear', 'wrong', 'other')),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    primary key (user_id, rewrite_key)
  )`

const feedbackRewrites = sql`create index feedback_rewrite on feedback (rewrite_key)`
