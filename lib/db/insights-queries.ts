import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import type { DatedObservation, Insights } from '../insights/index.ts'

/** SQL that counts observations after another expression that counts the request; its value is that expression's. */
export const countInsights = <Counted>(
  observations: readonly DatedObservation[],
  counted: RawBuilder<Counted>,
): RawBuilder<Counted> => sql<Counted>`count_insights(${JSON.stringify(observations)}::jsonb, ${counted})`

/**
 * Runs a statement that also reports this process's observations. If it fails, they are returned to be sent again; they
 * may be counted twice if only the answer was lost.
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

/** Reports observations in a statement of its own; does nothing if there are none. */
export async function reportInsights(db: Kysely<Database>, insights: Insights): Promise<void> {
  const report = async (observations: readonly DatedObservation[]): Promise<void> => {
    if (observations.length > 0) await sql`select ${countInsights(observations, sql<boolean>`true`)}`.execute(db)
  }
  await reporting(insights, report, 'at-once')
}
