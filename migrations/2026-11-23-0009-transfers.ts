import { sql, type Kysely } from 'kysely'

/** The code with which a learner takes the profile to another device: at most one each, kept as a keyed hash. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [transfers, transfersExpiry]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table transfers`.execute(db)
}

const transfers = sql`
  create table transfers (
    user_id uuid primary key references users (id) on delete cascade,
    code_hash text not null unique check (code_hash ~ '^[0-9a-f]{32}$'),
    expires_at timestamptz not null
  )`

const transfersExpiry = sql`create index transfers_expiry on transfers (expires_at)`
