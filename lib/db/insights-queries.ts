import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import type { DatedObservation, Insights } from '../insights/index.ts'

/**
 * The part of a statement that counts what was seen, after the part of it that counts the request; its value is that part's.
 */
export const countInsights = <Counted>(
  observations: readonly DatedObservation[],
  counted: RawBuilder<Counted>,
): RawBuilder<Counted> => sql<Counted>`count_insights(${JSON.stringify(observations)}::jsonb, ${counted})`

/**
 * Makes a statement that takes along what this process has seen. When it fails, nothing of that was counted, or its answer
 * was lost: it is kept for the next one, and may be counted twice then.
 */
export async function reporting<Answer>(
  insights: Insights,
  execute: (observations: readonly DatedObservation[]) => Promise<Answer>,
  when?: 'at-once',
): Promise<Answer> {
  const observations = insights.take(when)
  try {
    return await execute(observations)
  } catch (error) {
    insights.putBack(observations)
    throw error
  }
}

/** Reports in a statement of its own, if there is anything to report. */
export async function reportInsights(db: Kysely<Database>, insights: Insights): Promise<void> {
  const report = async (observations: readonly DatedObservation[]): Promise<void> => {
    if (observations.length > 0) await sql`select ${countInsights(observations, sql<boolean>`true`)}`.execute(db)
  }
  await reporting(insights, report, 'at-once')
}
