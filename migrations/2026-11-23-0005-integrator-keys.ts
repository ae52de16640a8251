import { sql, type Kysely } from 'kysely'

/** The keys of integrators, and the one way to use one: it holds for what is asked, or the whole statement fails. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [keys, activeNames, useKey]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop function use_key`.execute(db)
  await sql`drop table integrator_keys`.execute(db)
}

// A key has more than 128 random bits, so that nobody tries them out: a plain hash hides it, and is found by an index.
const keys = sql`
  create table integrator_keys (
    id text primary key,
    name text not null check (name <> ''),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['personalize', 'insights', 'operate']),
    daily_requests bigint not null check (daily_requests >= 0),
    daily_tokens bigint not null check (daily_tokens >= 0),
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz,
    revoked_at timestamptz
  )`

// A name means one key that works; a revoked one leaves its name to the next.
const activeNames = sql`create unique index integrator_keys_name on integrator_keys (name) where revoked_at is null`

// An hour's uses are one write, so that the row is not locked by all requests that use its key.
const useKey = sql`
  create function use_key(sent_hash text, wanted_scope text) returns integrator_keys
  language plpgsql as $$
  declare
    used integrator_keys;
  begin
    select * into used from integrator_keys where hash = sent_hash and revoked_at is null;
    if not found then
      raise exception 'key is not valid' using errcode = 'PS003';
    end if;
    if wanted_scope <> all (used.scopes) then
      raise exception 'key lacks a scope' using errcode = 'PS004', detail = wanted_scope;
    end if;
    update integrator_keys set last_used_at = clock_timestamp()
      where id = used.id and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 hour');
    return used;
  end $$`
