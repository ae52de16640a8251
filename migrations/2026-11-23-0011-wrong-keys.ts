import { sql, type Kysely } from 'kysely'

/** Wrong keys are counted by where they come from, and a limit that is reached tells its value. */
export async function up(db: Kysely<never>): Promise<void> {
  await countRequest("using errcode = 'PS001', detail = wanted.bucket, hint = wanted.most").execute(db)
  await useKey.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop function use_key(text, text, date, text, bigint)`.execute(db)
  await countRequest("using errcode = 'PS001', detail = wanted.bucket").execute(db)
}

const countRequest = (raised: string) => sql`
  create or replace function count_request(request_day date, request_buckets text[], request_limits bigint[]) returns boolean
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
        raise exception 'limit of requests reached' ${sql.raw(raised)};
      end if;
      if counted.requests = 1 then
        delete from spending where (bucket, day) in (
          select bucket, day from spending where day < request_day - 1 order by day limit 2 for update skip locked);
      end if;
    end loop;
    return true;
  end $$`

// Beside the one of two arguments, which a deployment of before still calls. What an error undoes cannot be counted, so
// a key that does not hold is an answer, a row of nulls, and only a limit that is reached fails the statement.
const useKey = sql`
  create function use_key(sent_hash text, wanted_scope text, request_day date, wrong_bucket text, wrong_limit bigint)
  returns integrator_keys
  language plpgsql as $$
  declare
    used integrator_keys;
  begin
    select * into used from integrator_keys where hash = sent_hash and revoked_at is null;
    if not found then
      perform count_request(request_day, array[wrong_bucket], array[wrong_limit]);
      return null;
    end if;
    if wanted_scope <> all (used.scopes) then
      raise exception 'key lacks a scope' using errcode = 'PS004', detail = wanted_scope;
    end if;
    update integrator_keys set last_used_at = clock_timestamp()
      where id = used.id and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 hour');
    return used;
  end $$`
