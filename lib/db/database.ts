import type { ColumnType, Generated } from 'kysely'
import type { Answers, FeedbackReason, Rating } from '../profile/index.ts'
import type { Measure } from '../insights/index.ts'
import type { Level, KeyScope, OriginalReason, Proof, RewriteScope, Usage } from '../contract/index.ts'
import type { FacetClass, GlossaryTerm, Section } from '../lesson/index.ts'

/** The tables as the migrations create them; `test/migrations` compares the two. */
export interface Database {
  users: UsersTable
  user_preferences: UserPreferencesTable
  lessons: LessonsTable
  personalized_content_cache: RewritesTable
  learner_lessons: LearnerLessonsTable
  feedback: FeedbackTable
  transfers: TransfersTable
  spending: SpendingTable
  insights_daily: InsightsTable
  integrator_keys: IntegratorKeysTable
}

/** Read as a Date; only the database's clock sets it. */
type Timestamp = ColumnType<Date, never, Date>
/** `jsonb`: read as a value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>

/** `bigint`: read as text, counted by the database. */
type Counter = ColumnType<string, never, string>

interface UsersTable {
  id: string
  created_at: Timestamp
  updated_at: Timestamp
  onboarding_completed: Generated<boolean>
  /** 0, 1, 2: raised when the learner asks for every lesson to be written differently. */
  variant: Generated<number>
  /** Whether a lesson was requested since the variant last changed. */
  variant_read: Generated<boolean>
  /** When a lesson was last requested; updated once a day. */
  last_seen_at: Timestamp
}

interface UserPreferencesTable extends Answers {
  id: Generated<string>
  user_id: string
  profile_keys: Json<Record<FacetClass, string>>
  created_at: Timestamp
  updated_at: Timestamp
}

interface LessonsTable {
  slug: string
  content_hash: string
  /** Hash of what a prompt shows of the lesson besides the section: see `hashContext`. */
  context_hash: string
  title: string
  description: string
  language: string
  tags: string[]
  locked: boolean
  sections: Json<Section[]>
  glossary: Json<GlossaryTerm[]>
  published_at: Timestamp
}

interface RewritesTable {
  /** `sha256(scope, section hash, context, profile key, recipe, level, variant)`, hex. */
  key: string
  lesson_slug: string
  section_id: string
  /** `unknown`: written before scopes existed; never read. */
  scope: RewriteScope | 'unknown'
  /** The section's own hash, not the lesson's. */
  content_hash: string
  /** Hash of what else of the lesson the model saw. */
  context_hash: string
  /** The profile key of the section's facet class. */
  preferences_hash: string
  recipe: string
  level: Level
  variant: number
  /**
   * `writing` under a lease; `ready` with content; `rejected` and `failed` are not written again before `lease_until`.
   */
  state: 'writing' | 'ready' | 'rejected' | 'failed'
  /** The translated heading, where the language differs from the lesson's. */
  heading: string | null
  /** The accepted Markdown, still masked. */
  content: string | null
  proof: Json<Proof> | null
  usage: Json<Usage> | null
  model: string | null
  verifier_version: number | null
  /** Token of the lease under which it is, or was last, written. */
  lease_token: string | null
  lease_until: Date | null
  /** Tokens reserved for it while it is written, in which buckets, and on which UTC day. */
  reserved_tokens: Counter
  reserved_for: string[]
  reserved_day: Date | null
  /** How many calls in a row failed, and why the last one did. */
  failures: number
  failure_reason: OriginalReason | null
  created_at: Timestamp
  last_read_at: Timestamp
}

interface LearnerLessonsTable {
  user_id: string
  lesson_slug: string
  content_hash: string
  /** Key of the finished version, as `GET /api/rewrites/{key}` takes it. */
  version_key: string
  /** Keys of the sections' rewrites in reading order; sections without a rewrite are left out. */
  keys: string[]
  first_read_at: Timestamp
  last_read_at: Timestamp
}

/** One row for each learner and rewrite. It is about the present text, and is deleted when that is replaced. */
interface FeedbackTable {
  user_id: string
  rewrite_key: string
  rating: Rating
  reason: FeedbackReason | null
  created_at: Timestamp
  updated_at: Timestamp
}

/** The code that moves a learner's profile to another device; at most one each. */
interface TransfersTable {
  user_id: string
  /** A keyed hash, so that someone who reads the table cannot try codes. */
  code_hash: string
  expires_at: Timestamp
}

/** What was used on one day in one bucket; deleted two days later. */
interface SpendingTable {
  /**
   * `all`, `integrator:` and a key's id, or a prefix such as `learner:`, `address:`, `network:`, `new-learners:`,
   * `transfers:` or `wrong-keys:` with a keyed hash that is only used that day.
   */
  bucket: string
  /** By UTC. */
  day: Date
  requests: Counter
  /** Reserved by older deployments, which alone write it. */
  tokens_reserved: Counter
  tokens_used: Counter
}

/** How often something happened on one day, in total; nothing identifies a person. */
interface InsightsTable {
  /** By UTC. */
  day: Date
  measure: Measure
  label: string
  amount: Counter
}

/** One row for each key ever issued. */
interface IntegratorKeysTable {
  /** The first eight characters after its prefix. */
  id: string
  /** The operator's name for it; unique among keys that are not revoked. */
  name: string
  /** SHA-256 of the key, hex. */
  hash: string
  scopes: KeyScope[]
  daily_requests: Counter
  daily_tokens: Counter
  created_at: Timestamp
  /** Updated at most once an hour. */
  last_used_at: ColumnType<Date | null, never, Date>
  revoked_at: ColumnType<Date | null, never, Date>
}
