import { sql, type Kysely } from 'kysely'

/**
 * What is set aside for a section stands in the row whose lease it belongs to, and ends with that lease, however it ends. `spending` has
 * what was used; its column `tokens_reserved` and the functions of before serve deployments of before.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [reservations, underLease, reserveUnderLease, spendTokens]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop function spend_tokens`.execute(db)
  await sql`drop function reserve_under_lease`.execute(db)
  await sql`drop index personalized_content_cache_writing`.execute(db)
  await sql`alter table personalized_content_cache
    drop column reserved_tokens, drop column reserved_for, drop column reserved_day`.execute(db)
}

const reservations = sql`
  alter table personalized_content_cache
    add column reserved_tokens bigint not null default 0 check (reserved_tokens >= 0),
    add column reserved_for text[] not null default '{}',
    add column reserved_day date`

// Few rows at any time: as many as sections are being written.
const underLease = sql`
  create index personalized_content_cache_writing on personalized_content_cache (lease_until) where state = 'writing'`

// To be called by the statement that has put the reservation into its row. The lock on a bucket's row has every other
// reservation of that bucket committed before the sum is made; buckets are locked in one order, as everywhere. An error takes
// back what the statement did. Its hint says whether the limit is used up, or only set aside.
const reserveUnderLease = sql`
  create function reserve_under_lease(
    spending_day date, spending_buckets text[], token_limits bigint[], own_tokens bigint) returns boolean
  language plpgsql as $$
  declare
    wanted record;
    used bigint;
    reserved bigint;
  begin
    for wanted in
      select * from unnest(spending_buckets, token_limits) as pair (bucket, most) order by pair.bucket collate "C"
    loop
      insert into spending (bucket, day) values (wanted.bucket, spending_day) on conflict (bucket, day) do nothing;
      select tokens_used into used from spending where bucket = wanted.bucket and day = spending_day for no key update;
      select coalesce(sum(reserved_tokens), 0) into reserved
        from personalized_content_cache
        where state = 'writing' and lease_until > clock_timestamp()
          and reserved_day = spending_day and wanted.bucket = any (reserved_for);
      if used + reserved > wanted.most then
        raise exception 'limit of tokens reached' using errcode = 'PS002', detail = wanted.bucket,
          hint = case when used + own_tokens > wanted.most then 'used' else 'reserved' end;
      end if;
    end loop;
    return true;
  end $$`

const spendTokens = sql`
  create function spend_tokens(spending_day date, spending_buckets text[], spent_tokens bigint) returns boolean
  language plpgsql as $$
  declare
    spender record;
  begin
    for spender in select * from unnest(spending_buckets) as one (bucket) order by one.bucket collate "C"
    loop
      insert into spending (bucket, day, tokens_used) values (spender.bucket, spending_day, spent_tokens)
        on conflict (bucket, day) do update set tokens_used = spending.tokens_used + spent_tokens;
    end loop;
    return true;
  end $$`
