import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/database.ts'
import { countInsights } from '../../lib/db/insights-queries.ts'
import type { DatedObservation, Measure } from '../../lib/insights/insights.ts'
import { boundOf } from '../../lib/insights/time-bounds.ts'
import { createRandom } from './random.ts'

export interface SeedOptions {
  readonly model?: string
  readonly days?: number
  /** The last day, in milliseconds since the epoch. */
  readonly now: number
  /** Whether there are learners, who say what they think of passages. */
  readonly learners?: boolean
}

const dayMilliseconds = 86_400_000

/** Passages of the site's lessons that readers found hard, the hardest first. */
const hard = [
  ['intelligence/state-estimation', 'setting-q-and-r', 41],
  ['foundations/frames-and-kinematics', 'homogeneous-transforms', 33],
  ['foundations/frames-and-kinematics', 'inverse-kinematics', 27],
  ['intelligence/pid-control', 'integral-windup', 19],
  ['foundations/actuators', 'the-hidden-price-of-gears', 12],
  ['intelligence/learning-policies', 'designing-a-reward', 9],
  ['intelligence/state-estimation', 'two-witnesses', 7],
  ['foundations/sensors', 'noise-and-bias', 4],
] as const

/** Writes three months of a site that more and more people read, the same at every run. */
export async function seedInsights(
  db: Kysely<Database>,
  { model = 'gpt-5-mini', days = 90, now, learners = true }: SeedOptions,
): Promise<void> {
  const random = createRandom(20)
  const about = (most: number): number => Math.round(most * (0.8 + random.below(41) / 100))
  const seen: DatedObservation[] = []
  for (let ago = days - 1; ago >= 0; ago -= 1) {
    const date = new Date(now - ago * dayMilliseconds)
    const day = date.toISOString().slice(0, 10)
    const add = (measure: Measure, label: string, amount: number): unknown =>
      amount > 0 && seen.push([day, measure, label, amount])
    const weekend = [0, 6].includes(date.getUTCDay()) ? 0.45 : 1
    const readers = about((14 + (days - ago) * 0.9) * weekend)
    const lessons = about(readers * 2.6)
    // A lesson that was edited is written anew for a day or two.
    const writtenShare = ago === 17 || ago === 16 ? 0.42 : 0.08 + (0.3 * ago) / days
    const written = about(lessons * writtenShare)
    const cached = Math.max(0, lessons - written)
    const [sectionsWritten, original] = [written * 5, about(written * 0.5)]
    const sectionsCached = cached * 8 + written * 3
    add('readers', '', readers)
    add('lessons', 'cached', cached)
    add('lessons', 'written', written)
    add('sections', 'cached', sectionsCached)
    add('sections', 'written', sectionsWritten)
    add('sections', 'original', original)
    add('originals', 'number-changed', Math.round(original * 0.45))
    add('originals', 'model-timeout', Math.round(original * 0.3))
    add('originals', 'too-long', Math.round(original * 0.25))
    for (const [reason, share] of [
      ['slot-missing', 0.05],
      ['number-changed', 0.042],
      ['invented-identifier', 0.024],
      ['negation-lost', 0.013],
      ['too-long', 0.011],
      ['term-translated', 0.006],
    ] as const)
      add('rejection', reason, Math.round(sectionsWritten * share))
    add('input-tokens', model, sectionsWritten * 2_900)
    add('cached-input-tokens', model, sectionsWritten * 2_050)
    add('output-tokens', model, sectionsWritten * 640)
    add('saved-input-tokens', model, sectionsCached * 2_900)
    add('saved-output-tokens', model, sectionsCached * 640)
    for (let lesson = 0; lesson < Math.min(lessons, 60); lesson += 1) {
      const kind = lesson % 5 === 0 ? 'written' : 'cached'
      const tail = random.below(100) > 94 ? 4 : 1
      const first = kind === 'cached' ? (18 + random.below(40)) * tail : (900 + random.below(1_400)) * tail
      add(`first-text-${kind}`, boundOf(first), 1)
      add(`whole-${kind}`, boundOf(kind === 'cached' ? first + 8 : first * 6), 1)
    }
    for (const [lesson, section, most] of hard) {
      add('asked-simpler', `${lesson}#${section}`, random.below(Math.ceil(most / 8)))
      if (random.below(9) === 0) add('asked-deeper', `${lesson}#${section}`, 1)
    }
  }
  // As a process would: each label of a day once.
  const sums = new Map<string, DatedObservation>()
  for (const [day, measure, label, amount] of seen) {
    const key = `${day} ${measure} ${label}`
    sums.set(key, [day, measure, label, amount + (sums.get(key)?.[3] ?? 0)])
  }
  await sql`select ${countInsights([...sums.values()], sql<boolean>`true`)}`.execute(db)
  if (learners) await seedLearners(db, now)
}

/** Learners who came in these months, each with a lesson, and what some of them said of the hard passages. */
async function seedLearners(db: Kysely<Database>, now: number): Promise<void> {
  const ago = (days: ReturnType<typeof sql>) => sql`to_timestamp(${now / 1_000}) - ${days} * interval '1 day'`
  await sql`insert into users (id, created_at, onboarding_completed)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${ago(sql`((n * 37) % 90)`)}, true
    from generate_series(1, 640) as n`.execute(db)
  await sql`insert into learner_lessons (user_id, lesson_slug, content_hash, version_key, keys, last_read_at)
    select id, 'foundations/physical-ai', '', encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), '{}', created_at + interval '2 hours'
    from users where created_at > ${ago(sql`91`)}`.execute(db)
  for (const [place, [lesson, section, most]] of hard.entries()) {
    const key = `5eed${String(place).padStart(60, '0')}`
    await sql`insert into personalized_content_cache (key, lesson_slug, section_id, scope, content_hash, preferences_hash, recipe, level,
        variant, state, content, proof)
      values (${key}, ${lesson}, ${section}, 'published', ${key}, ${key}, 'p1/seed', 'as-is', 0, 'ready', 'Text.', '{}')`.execute(
      db,
    )
    await sql`insert into feedback (user_id, rewrite_key, rating, reason, updated_at)
      select id, ${key}, case when n % 3 = 0 then 'up' else 'down' end,
        case n % 3 when 1 then 'too-hard' when 2 then case when n % 2 = 0 then 'unclear' else 'wrong' end end,
        ${ago(sql`(n % 28)`)}
      from (select id, row_number() over (order by id) as n from users limit ${most}) as speakers`.execute(db)
  }
}
