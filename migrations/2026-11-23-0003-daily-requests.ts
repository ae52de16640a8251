import { sql, type Kysely } from 'kysely'

/** What was asked for on a day, by bucket, and the one way to count a request: against all of its limits, or not at all. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [spending, spendingDays, countRequest]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop function count_request`.execute(db)
  await sql`drop table spending`.execute(db)
}

const spending = sql`
  create table spending (
    bucket text not null,
    day date not null,
    requests bigint not null default 0 check (requests >= 0),
    primary key (bucket, day)
  )`

const spendingDays = sql`create index spending_day on spending (day)`

// Every caller locks buckets in one order, so that no two wait for each other. An error takes back what was counted before
// it, and everything else that the statement did. Each new row takes two old ones away, so that the table does not grow.
const countRequest = sql`
  create function count_request(request_day date, request_buckets text[], request_limits bigint[]) returns boolean
  language plpgsql as $$
  declare
    wanted record;
    counted record;
  begin
    for wanted in
      select * from unnest(request_buckets, request_limits) as pair (bucket, most) order by pair.bucket collate "C"
    loop
      insert into spending (bucket, day, requests) values (wanted.bucket, request_day, 1)
        on conflict (bucket, day) do update set requests = spending.requests + 1
        returning requests into counted;
      if counted.requests > wanted.most then
        raise exception 'limit of requests reached' using errcode = 'PS001', detail = wanted.bucket;
      end if;
      if counted.requests = 1 then
        delete from spending where (bucket, day) in (
          select bucket, day from spending where day < request_day - 1 order by day limit 2 for update skip locked);
      end if;
    end loop;
    return true;
  end $$`
