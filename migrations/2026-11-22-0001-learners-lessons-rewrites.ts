import { sql, type Kysely } from 'kysely'

/** Learners with their profiles, published lessons, the shared cache of rewrites, and what each learner was given. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [
    users,
    preferences,
    lessons,
    cache,
    cacheLookup,
    cacheLeases,
    learnerLessons,
    learnerVersions,
  ])
    await statement.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  for (const table of ['learner_lessons', 'personalized_content_cache', 'lessons', 'user_preferences', 'users'])
    await sql`drop table ${sql.table(table)}`.execute(db)
}

const users = sql`
  create table users (
    id uuid primary key,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    onboarding_completed boolean not null default false,
    take smallint not null default 0 check (take between 0 and 2)
  )`

const preferences = sql`
  create table user_preferences (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null unique references users (id) on delete cascade,
    education_level text not null
      check (education_level in ('high_school', 'undergraduate', 'graduate', 'professional')),
    programming_experience text not null
      check (programming_experience in ('none', 'beginner', 'intermediate', 'advanced')),
    robotics_background boolean not null,
    ai_ml_experience text not null
      check (ai_ml_experience in ('none', 'basic', 'intermediate', 'advanced')),
    learning_goals text[] not null
      check (cardinality(learning_goals) > 0 and learning_goals <@
        array['career_change', 'research', 'hobby', 'teaching', 'building_projects']),
    preferred_language text not null default 'en' check (preferred_language ~ '^[a-z]{2,3}$'),
    profile_keys jsonb not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  )`

const lessons = sql`
  create table lessons (
    slug text not null,
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    title text not null,
    description text not null,
    language text not null,
    tags text[] not null,
    locked boolean not null,
    sections jsonb not null,
    glossary jsonb not null,
    published_at timestamptz not null default clock_timestamp(),
    primary key (slug, content_hash)
  )`

const cache = sql`
  create table personalized_content_cache (
    key text primary key check (key ~ '^[0-9a-f]{64}$'),
    lesson_slug text not null,
    section_id text not null,
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    preferences_hash text not null check (preferences_hash ~ '^[0-9a-f]{64}$'),
    recipe text not null,
    dial text not null check (dial in ('as-is', 'simpler', 'deeper')),
    take smallint not null check (take between 0 and 2),
    state text not null check (state in ('writing', 'ready', 'rejected')),
    heading text,
    content text,
    proof jsonb,
    usage jsonb,
    model text,
    verifier_version integer,
    lease_token uuid,
    lease_until timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    last_read_at timestamptz not null default clock_timestamp(),
    check ((state = 'ready') = (content is not null)),
    check (state <> 'writing' or lease_until is not null and lease_token is not null),
    check (state = 'writing' or proof is not null)
  )`

// Not unique: the key already is, and a second unique index would turn the lease's ON CONFLICT (key) into an error under contention.
const cacheLookup = sql`
  create index personalized_content_cache_lookup
    on personalized_content_cache (content_hash, preferences_hash, recipe, dial, take)`

const cacheLeases = sql`
  create index personalized_content_cache_leases
    on personalized_content_cache (lease_until) where state <> 'ready'`

const learnerLessons = sql`
  create table learner_lessons (
    user_id uuid not null references users (id) on delete cascade,
    lesson_slug text not null,
    content_hash text not null,
    version_key text not null check (version_key ~ '^[0-9a-f]{64}$'),
    keys text[] not null,
    first_read_at timestamptz not null default clock_timestamp(),
    last_read_at timestamptz not null default clock_timestamp(),
    primary key (user_id, version_key)
  )`

const learnerVersions = sql`create index learner_lessons_version on learner_lessons (version_key)`
