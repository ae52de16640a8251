import { sql, type RawBuilder } from 'kysely'
import type { ReadingQuery } from './reading-query.ts'
import { forYouSection } from '../lesson/index.ts'

/** A reading is recorded again only when its last record is this old, so that a popular row is not written all day. */
const readingAge = sql.lit('1 hour')
const daily = sql.lit('1 day')

/**
 * SQL of `findReading` that records a reading in the same round trip, as `storeGivenVersion` does, for a version that
 * is completely cached and was given to someone before. `known` is that version: by the key that the reader names, or
 * by one computed here as `buildVersionKey` does. If the two ever differed, nothing would be found, and
 * `storeGivenVersion` would do it. That the rewrites were read and the learner was seen is recorded in any case: it
 * protects them from the sweep, and lets the learner's variant advance.
 */
export const rememberGiven = ({
  remember,
  version,
}: Pick<ReadingQuery, 'remember' | 'version'>): RawBuilder<unknown> => sql`
    known as (
      select version.version_key, version.keys
      from lesson, learner_lessons as version
      where ${remember}::boolean and not lesson.locked and version.lesson_slug = lesson.slug
        and version.content_hash = lesson.content_hash
        and version.version_key = coalesce(${version ?? null}::text, (
        select encode(sha256(convert_to(
          '[' || to_json(lesson.slug)::text || ',"' || lesson.content_hash || '"'
            || coalesce(string_agg(',"' || found.key || '"', '' order by found.position), '') || ']', 'UTF8')), 'hex')
        from found where found.state <> 'writing' and found.section <> ${forYouSection}))
      limit 1
    ), given as (
      insert into learner_lessons (user_id, lesson_slug, content_hash, version_key, keys)
      select reader.id, lesson.slug, lesson.content_hash, known.version_key, known.keys from reader, lesson, known
      where not exists (
        select from learner_lessons as before
        where before.user_id = reader.id and before.version_key = known.version_key
          and before.last_read_at > clock_timestamp() - ${readingAge}::interval)
      on conflict (user_id, version_key) do update set last_read_at = clock_timestamp()
    ), touched as (
      update personalized_content_cache set last_read_at = clock_timestamp()
      where key in (
        select key from personalized_content_cache
        where key in (select found.key from found)
          and last_read_at < clock_timestamp() - ${daily}::interval
        order by key for no key update skip locked)
    ), seen as (
      update users set last_seen_at = clock_timestamp(), variant_read = true
      where id in (
        select users.id from users, reader
        where users.id = reader.id and users.variant = reader.variant
          and (not users.variant_read or users.last_seen_at < clock_timestamp() - ${daily}::interval)
        for no key update of users skip locked)
    )`
