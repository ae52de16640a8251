import { sql, type Kysely } from 'kysely'

/**
 * Counts a reading without refusing it: over a limit nothing new is written for it, but what is there is read. Answers the
 * first bucket that is full, null when none is.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await countReading.execute(db)
  await countInsights.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop function count_insights(jsonb, text)`.execute(db)
  await sql`drop function count_reading`.execute(db)
}

// What is refused to one is not counted against the others. As in count_request: every caller locks buckets in one order, and each new row takes two old ones away.
const countReading = sql`
  create function count_reading(reading_day date, reading_buckets text[], request_limits bigint[]) returns text
  language plpgsql as $$
  declare
    wanted record;
    counted record;
    full_bucket text;
  begin
    select pair.bucket into full_bucket
      from unnest(reading_buckets, request_limits) as pair (bucket, most)
      join spending on spending.bucket = pair.bucket and spending.day = reading_day
      where spending.requests >= pair.most and spending.requests > 0 limit 1;
    if found then
      return full_bucket;
    end if;
    for wanted in
      select * from unnest(reading_buckets, request_limits) as pair (bucket, most) order by pair.bucket collate "C"
    loop
      insert into spending (bucket, day, requests) values (wanted.bucket, reading_day, 1)
        on conflict (bucket, day) do update set requests = spending.requests + 1
        returning requests into counted;
      if counted.requests > wanted.most then
        full_bucket := coalesce(full_bucket, wanted.bucket);
      end if;
      if counted.requests = 1 then
        delete from spending where (bucket, day) in (
          select bucket, day from spending where day < reading_day - 1 order by day limit 2 for update skip locked);
      end if;
    end loop;
    return full_bucket;
  end $$`

// The argument is counted before the observations are, so that buckets are locked before them.
const countInsights = sql`
  create function count_insights(observations jsonb, after_counting text) returns text
  language sql as $$ select case when count_insights(observations, true) then after_counting end $$`
