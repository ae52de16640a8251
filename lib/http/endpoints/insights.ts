import * as v from 'valibot'
import { buildInsights, nameSections } from '../../insights/index.ts'
import { insightDaysMax, type InsightsAnswer } from '../../contract/index.ts'
import { findLessonNames, readInsights } from '../../db/index.ts'
import { demoModel } from '../../llm/index.ts'
import { findPrice, type Price, type QuotaServices } from '../../quota/index.ts'
import { answer } from '../answer.ts'
import { parseInput } from '../parse-input.ts'
import { requireKey } from '../integrator-key.ts'
import type { DataServices } from './users.ts'

export interface InsightsServices extends DataServices, QuotaServices {
  /** The model's price as set by the operator. */
  readonly price: Price | undefined
}

const daysText = `Wanted a whole number from 1 to ${insightDaysMax}.`
const querySchema = v.strictObject({
  days: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, daysText),
      v.transform(Number),
      v.minValue(1, daysText),
      v.maxValue(insightDaysMax, daysText),
    ),
    '30',
  ),
})

/** The demo writer costs nothing. */
const free: Price = { input: 0, cachedInput: 0, output: 0 }

const dayMilliseconds = 86_400_000

/** `GET /api/operator/insights?days=30`: what happened today and in the last days; for a key with the scope `insights`. */
export async function getInsights(request: Request, services: InsightsServices): Promise<Response> {
  await requireKey(request, 'insights', services)
  // The platform adds the route's `task` to the query.
  const { task: _, ...asked } = Object.fromEntries(new URL(request.url).searchParams)
  const query = parseInput(querySchema, asked)
  const now = services.now()
  const [since, today] = [now - (query.days - 1) * dayMilliseconds, now].map(dayOf) as [string, string]
  const stored = await readInsights(services.db, { since, today })
  const insights = buildInsights(stored, { since, today }, (model) =>
    model === demoModel ? free : findPrice(model, services.price),
  )
  const slugs = [...new Set(insights.sections.map(({ lesson }) => lesson))]
  return answer<InsightsAnswer>(nameSections(insights, await findLessonNames(services.db, slugs)))
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
