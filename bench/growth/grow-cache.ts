import { sql, type Kysely } from 'kysely'
import {
  type Database,
  findReading,
  findVersion,
  publishLessons,
  type ReadingQuery,
  type RewriteRow,
  storeRewrite,
} from '../../lib/db/index.ts'
import { buildProfileKeys } from '../../lib/profile/index.ts'
import type { Lesson } from '../../lib/lesson/index.ts'
import { buildRewriteRow, planLesson } from '../../lib/rewrite/index.ts'
import type { Statement } from '../../local/sql-request.ts'
import { aProof } from '../../test/support/a-proof.ts'
import { aSubject } from '../../test/support/a-subject.ts'
import { explain } from '../../test/support/explain.ts'
import { startDatabase } from '../../test/support/start-database.ts'
import { takeALease } from '../../test/support/take-a-lease.ts'
import { median } from '../numbers/percentile.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { createReader, usualAnswers } from '../testbed/create-reader.ts'

export interface CacheSize {
  readonly rows: number
  /** Milliseconds. */
  readonly times: Readonly<Record<'reading' | 'version' | 'lease', number>>
  readonly indexes: Readonly<Record<'reading' | 'version', readonly string[]>>
  /** True when a plan reads the table of rewrites, or of readings, from end to end. */
  readonly scansAll: boolean
  readonly bytes: number
}

const sizes = [1_000, 10_000, 100_000, 1_000_000]
const times = 200
const recipe = 'p1/bench'

/** Fills the cache of a real PostgreSQL step by step, and asks it the same each time. */
export async function growCache(print: (line: string) => void): Promise<CacheSize[]> {
  const asked: Statement[] = []
  const database = await startDatabase({
    before: ({ statements }) => {
      asked.splice(0, asked.length, ...statements)
      return undefined
    },
  })
  try {
    const found: CacheSize[] = []
    const scene = await setScene(database.db)
    let rows = 0
    for (const size of sizes) {
      await fill(database.db, { from: rows, to: size })
      rows = size
      found.push(await measure(database.db, { scene, asked, rows }))
      print(`  ${formatNumber(size, 'count')} rows: ${formatNumber(found.at(-1)?.times.reading ?? 0, 'milliseconds')}`)
    }
    return found
  } finally {
    await database.close()
  }
}

/** A reader who has been given a lesson of eight sections, all of it cached. */
interface Scene {
  readonly query: ReadingQuery
  readonly versionKey: string
  readonly row: RewriteRow
}

async function setScene(db: Kysely<Database>): Promise<Scene> {
  const lesson = await composeLesson(8)
  await publishLessons({ db }, { version: 1, lessons: [lesson] })
  const query = {
    userId: await createReader(db),
    slug: lesson.slug,
    contentHash: undefined,
    recipe,
    level: 'as-is',
    choices: new Map(),
    remember: true,
    observations: [],
    subject: aSubject(),
  } as const
  const rows = await planRows(lesson)
  for (const row of rows) {
    const lease = await takeALease(db, row)
    if (lease) await storeRewrite(db, lease, { heading: null, content: sentence.repeat(20), proof: aProof() })
  }
  const versionKey = 'f'.repeat(64)
  await db
    .insertInto('learner_lessons')
    .values({
      user_id: query.userId,
      lesson_slug: lesson.slug,
      content_hash: lesson.content_hash,
      version_key: versionKey,
      keys: rows.map(({ key }) => key),
    })
    .execute()
  const [first] = rows
  if (!first) throw new Error('Cannot set the scene: the lesson has no section')
  return { query, versionKey, row: { ...first, key: 'e'.repeat(64) } }
}

const sentence = 'A sentence of a rewrite. '

async function planRows(lesson: Lesson): Promise<RewriteRow[]> {
  const profileKeys = await buildProfileKeys(usualAnswers)
  const choice = {
    ...({ scope: 'published', answers: usualAnswers, profileKeys, recipe, choices: new Map() } as const),
    ...({ level: 'as-is', variant: 0 } as const),
  }
  return (await planLesson(lesson, choice, [])).map((planned) => buildRewriteRow(planned, lesson.slug))
}

/** Rewrites of other sections for other profiles, and a tenth as many readings of other learners. */
async function fill(db: Kysely<Database>, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  // In steps that one statement's time limit holds.
  for (let first = from; first < to; first += fillStep) {
    const last = Math.min(first + fillStep, to)
    await sql`
      insert into personalized_content_cache (key, lesson_slug, section_id, scope, content_hash, preferences_hash, recipe, level, variant,
        state, content, proof, verifier_version)
      select encode(sha256(n::text::bytea), 'hex'), 'other/' || n % 500, 'section-' || n % 12, 'published',
        encode(sha256(('s' || n / 64)::bytea), 'hex'), encode(sha256(('p' || n % 64)::bytea), 'hex'), ${recipe}, 'as-is', 0,
        'ready', repeat(${sentence}, 8), '{}', 1
      from generate_series(${first + 1}::int, ${last}::int) as n`.execute(db)
    await sql`
      with learner as (
        insert into users (id) select gen_random_uuid() from generate_series(${first / 10 + 1}::int, ${last / 10}::int) returning id
      )
      insert into learner_lessons (user_id, lesson_slug, content_hash, version_key, keys)
      select id, 'other/1', repeat('a', 64), encode(sha256(id::text::bytea), 'hex'), array[repeat('b', 64)] from learner`.execute(
      db,
    )
  }
  await sql`analyze`.execute(db)
}

const fillStep = 20_000

interface Measured {
  readonly scene: Scene
  /** What the database was asked last. */
  readonly asked: readonly Statement[]
  readonly rows: number
}

async function measure(db: Kysely<Database>, { scene, asked, rows }: Measured): Promise<CacheSize> {
  const plans: Record<string, string> = {}
  const time = async (name: string, run: () => Promise<unknown>): Promise<number> => {
    await run()
    plans[name] = await explain(db, { ...(asked[0] as Statement) })
    const taken: number[] = []
    for (let turn = 0; turn < times; turn += 1) {
      const began = performance.now()
      await run()
      taken.push(performance.now() - began)
    }
    return median(taken)
  }
  const reading = await time('reading', () => findReading(db, scene.query))
  const version = await time('version', () => findVersion(db, scene.versionKey))
  const lease = await time('lease', async () => {
    const taken = await takeALease(db, scene.row)
    if (taken) await db.deleteFrom('personalized_content_cache').where('key', '=', taken.key).execute()
  })
  const { rows: sizesOf } = await sql<{ bytes: string }>`
    select pg_total_relation_size('personalized_content_cache') as bytes`.execute(db)
  return {
    rows,
    times: { reading, version, lease },
    indexes: { reading: indexesIn(plans['reading'] ?? ''), version: indexesIn(plans['version'] ?? '') },
    scansAll: /Seq Scan on (personalized_content_cache|learner_lessons)/.test(
      `${plans['reading']}\n${plans['version']}`,
    ),
    bytes: Number(sizesOf[0]?.bytes),
  }
}

const indexesIn = (plan: string): string[] => [
  ...new Set([...plan.matchAll(/Index (?:Only )?Scan (?:Backward )?using (\w+)/g)].map(([, name = '']) => name)),
]
