import type { Selectable } from 'kysely'
import type { Database } from '../../lib/db/database.ts'

/** How PostgreSQL's types arrive in TypeScript; `?` marks a column that may be null. */
interface ArrivesAs {
  uuid: string
  text: string
  bool: boolean
  int2: number
  int4: number
  int8: string
  date: Date
  timestamptz: Date
  _text: readonly string[]
  jsonb: object
}

type PostgresType<Value> = {
  [Type in keyof ArrivesAs]: NonNullable<Value> extends ArrivesAs[Type]
    ? null extends Value
      ? `${Type}?`
      : Type
    : never
}[keyof ArrivesAs]

type Columns = {
  [Table in keyof Database]: {
    [Column in keyof Selectable<Database[Table]>]: PostgresType<Selectable<Database[Table]>[Column]>
  }
}

/**
 * Every table and column of the `Database` types with its type in PostgreSQL. The compiler holds this list against the
 * types (a column too many, too few or of another kind does not compile), the test holds it against the schema.
 */
export const databaseColumns: Columns = {
  feedback: {
    user_id: 'uuid',
    rewrite_key: 'text',
    rating: 'text',
    reason: 'text?',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  insights_daily: { day: 'date', measure: 'text', label: 'text', amount: 'int8' },
  learner_lessons: {
    user_id: 'uuid',
    lesson_slug: 'text',
    content_hash: 'text',
    version_key: 'text',
    keys: '_text',
    first_read_at: 'timestamptz',
    last_read_at: 'timestamptz',
  },
  lessons: {
    slug: 'text',
    content_hash: 'text',
    context_hash: 'text',
    title: 'text',
    description: 'text',
    language: 'text',
    tags: '_text',
    locked: 'bool',
    sections: 'jsonb',
    glossary: 'jsonb',
    published_at: 'timestamptz',
  },
  personalized_content_cache: {
    key: 'text',
    lesson_slug: 'text',
    section_id: 'text',
    scope: 'text',
    content_hash: 'text',
    context_hash: 'text',
    preferences_hash: 'text',
    recipe: 'text',
    level: 'text',
    variant: 'int2',
    state: 'text',
    heading: 'text?',
    content: 'text?',
    proof: 'jsonb?',
    usage: 'jsonb?',
    model: 'text?',
    verifier_version: 'int4?',
    lease_token: 'uuid?',
    lease_until: 'timestamptz?',
    reserved_tokens: 'int8',
    reserved_for: '_text',
    reserved_day: 'date?',
    failures: 'int2',
    failure_reason: 'text?',
    created_at: 'timestamptz',
    last_read_at: 'timestamptz',
  },
  integrator_keys: {
    id: 'text',
    name: 'text',
    hash: 'text',
    scopes: '_text',
    daily_requests: 'int8',
    daily_tokens: 'int8',
    created_at: 'timestamptz',
    last_used_at: 'timestamptz?',
    revoked_at: 'timestamptz?',
  },
  spending: { bucket: 'text', day: 'date', requests: 'int8', tokens_reserved: 'int8', tokens_used: 'int8' },
  transfers: { user_id: 'uuid', code_hash: 'text', expires_at: 'timestamptz' },
  user_preferences: {
    id: 'uuid',
    user_id: 'uuid',
    education_level: 'text',
    programming_experience: 'text',
    robotics_background: 'bool',
    ai_ml_experience: 'text',
    learning_goals: '_text',
    preferred_language: 'text',
    profile_keys: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  users: {
    id: 'uuid',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    onboarding_completed: 'bool',
    variant: 'int2',
    variant_read: 'bool',
    last_seen_at: 'timestamptz',
  },
}
