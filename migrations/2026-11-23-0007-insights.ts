import { sql, type Kysely } from 'kysely'

/** What happened on a day, counted by measure and label, and the one way to add to it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [insights, countInsights, countReader, countReaders]) await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop trigger spending_counts_readers on spending`.execute(db)
  await sql`drop function count_reader`.execute(db)
  await sql`drop function count_insights`.execute(db)
  await sql`drop table insights_daily`.execute(db)
}

const insights = sql`
  create table insights_daily (
    day date not null,
    measure text not null,
    label text not null,
    amount bigint not null check (amount >= 0),
    primary key (day, measure, label)
  )`

// Every caller locks rows in one order, so that no two wait for each other in a circle. A statement that counts a request as
// well passes what that gives (after_counting), so that the request's buckets are always locked before these rows.
const countInsights = sql`
  create function count_insights(observations jsonb, after_counting boolean) returns boolean
  language plpgsql as $$
  begin
    if observations <> '[]' then
      insert into insights_daily (day, measure, label, amount)
        select (seen ->> 0)::date, seen ->> 1, seen ->> 2, sum((seen ->> 3)::bigint)
        from jsonb_array_elements(observations) as seen
        group by 1, 2, 3 order by 1, (seen ->> 1) collate "C", (seen ->> 2) collate "C"
        on conflict (day, measure, label) do update set amount = insights_daily.amount + excluded.amount;
    end if;
    return after_counting;
  end $$`

// A learner's bucket is made by the first lesson that they ask for on a day: so its making counts a reader, exactly once.
const countReader = sql`
  create function count_reader() returns trigger
  language plpgsql as $$
  begin
    insert into insights_daily (day, measure, label, amount) values (new.day, 'readers', '', 1)
      on conflict (day, measure, label) do update set amount = insights_daily.amount + 1;
    return null;
  end $$`

const countReaders = sql`
  create trigger spending_counts_readers after insert on spending
  for each row when (new.bucket like 'learner:%' and new.requests > 0) execute function count_reader()`
