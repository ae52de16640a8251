import type { Kysely } from 'kysely'
import { type Database, exportLearner } from '../../lib/db/index.ts'
import { buildProfileKeys } from '../../lib/profile/index.ts'
import type { Acknowledged } from './simulate-learner.ts'

/** Describes each write that was confirmed and is not stored, and each learner who was erased and is still stored. */
export async function findLostWrites(db: Kysely<Database>, learners: readonly Acknowledged[]): Promise<string[]> {
  const lost: string[] = []
  for (const known of learners) {
    const stored = await exportLearner(db, known.id)
    if (known.erased) {
      if (stored) lost.push(`${known.id}: erased, and still there`)
    } else if (stored) lost.push(...(await findDifferences(db, known, stored)))
    else lost.push(`${known.id}: created, and not there`)
  }
  return lost
}

async function findDifferences(
  db: Kysely<Database>,
  { id, answers, feedback }: Acknowledged,
  stored: NonNullable<Awaited<ReturnType<typeof exportLearner>>>,
): Promise<string[]> {
  const { profile_keys } = await db
    .selectFrom('user_preferences')
    .select('profile_keys')
    .where('user_id', '=', id)
    .executeTakeFirstOrThrow()
  const different = Object.entries(answers).filter(
    ([question, answer]) => !isSame(answer, stored.preferences?.[question as keyof typeof answers]),
  )
  const rated = new Map(stored.feedback.map(({ rewrite_key, rating }) => [rewrite_key, rating]))
  return [
    ...different.map(([question]) => `${id}: the answer "${question}" is another`),
    ...(isSame(profile_keys, await buildProfileKeys(answers)) ? [] : [`${id}: the profile keys are of other answers`]),
    ...[...feedback].filter(([key, rating]) => rated.get(key) !== rating).map(([key]) => `${id}: the rating of ${key}`),
    ...[...rated.keys()]
      .filter((key) => !feedback.has(key))
      .map((key) => `${id}: a rating of ${key} that was taken back`),
  ]
}

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
    : JSON.stringify(value)
