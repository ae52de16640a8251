import { sql, type Kysely } from 'kysely'

/** What models were asked for on a day: reserved before a call, at its most, and settled to what was used after it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [tokens, reserveTokens, settleTokens]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop function settle_tokens`.execute(db)
  await sql`drop function reserve_tokens`.execute(db)
  await sql`alter table spending drop column tokens_reserved, drop column tokens_used`.execute(db)
}

const tokens = sql`
  alter table spending
    add column tokens_reserved bigint not null default 0 check (tokens_reserved >= 0),
    add column tokens_used bigint not null default 0 check (tokens_used >= 0)`

// As in count_request: buckets in one order, and an error takes back everything that the statement did.
const reserveTokens = sql`
  create function reserve_tokens(spending_day date, spending_buckets text[], token_limits bigint[], wanted_tokens bigint)
  returns boolean
  language plpgsql as $$
  declare
    wanted record;
    spent record;
  begin
    for wanted in
      select * from unnest(spending_buckets, token_limits) as pair (bucket, most) order by pair.bucket collate "C"
    loop
      insert into spending (bucket, day, tokens_reserved) values (wanted.bucket, spending_day, wanted_tokens)
        on conflict (bucket, day) do update set tokens_reserved = spending.tokens_reserved + wanted_tokens
        returning tokens_reserved + tokens_used as tokens into spent;
      if spent.tokens > wanted.most then
        raise exception 'limit of tokens reached' using errcode = 'PS002', detail = wanted.bucket;
      end if;
    end loop;
    return true;
  end $$`

const settleTokens = sql`
  create function settle_tokens(spending_day date, spending_buckets text[], reserved_tokens bigint, spent_tokens bigint)
  returns boolean
  language plpgsql as $$
  declare
    spender record;
  begin
    for spender in select * from unnest(spending_buckets) as one (bucket) order by one.bucket collate "C"
    loop
      update spending
        set tokens_reserved = greatest(tokens_reserved - reserved_tokens, 0), tokens_used = tokens_used + spent_tokens
        where bucket = spender.bucket and day = spending_day;
    end loop;
    return true;
  end $$`
