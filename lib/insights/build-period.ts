import { dollarsOf, type Price } from '../quota/index.ts'
import type { Measure } from './insights.ts'
import type { InsightsPeriod, LessonTimes } from '../contract/index.ts'
import type { CountedRow } from './stored-insights.ts'
import { percentileOf } from './time-bounds.ts'

/** The price of a model; undefined if it is unknown. */
export type PriceOf = (model: string) => Price | undefined

/** The figures of one period. How many readers there were, and how many are new, cannot be derived from them. */
export function buildPeriod(
  rows: readonly CountedRow[],
  priceOf: PriceOf,
): Omit<InsightsPeriod, 'readers' | 'new_learners'> {
  const sums = sumByMeasure(rows)
  const of = (measure: Measure, label: string): number => sums.get(measure)?.get(label) ?? 0
  const [cached, written, original] = ['cached', 'written', 'original'].map((label) => of('sections', label))
  const sections = { cached: cached ?? 0, written: written ?? 0, original: original ?? 0 }
  const all = sections.cached + sections.written + sections.original
  const models = buildModels(sums, priceOf)
  return {
    lessons: { cached: of('lessons', 'cached'), written: of('lessons', 'written') },
    sections,
    hit_rate: all === 0 ? null : sections.cached / all,
    originals: listMostFirst(sums.get('originals')),
    rejections: listMostFirst(sums.get('rejection')),
    models,
    dollars: sumDollars(models.map((model) => model.dollars)),
    saved_dollars: sumDollars(models.map((model) => model.saved_dollars)),
    times: {
      first_text: { cached: buildTimes(sums, 'first-text-cached'), written: buildTimes(sums, 'first-text-written') },
      whole: { cached: buildTimes(sums, 'whole-cached'), written: buildTimes(sums, 'whole-written') },
    },
  }
}

type Sums = ReadonlyMap<Measure, ReadonlyMap<string, number>>

/** Sums the amounts by measure and label. */
export function sumByMeasure(rows: readonly CountedRow[]): Sums {
  const sums = new Map<Measure, Map<string, number>>()
  for (const { measure, label, amount } of rows) {
    const labels = sums.get(measure) ?? new Map<string, number>()
    sums.set(measure, labels.set(label, (labels.get(label) ?? 0) + amount))
  }
  return sums
}

const listMostFirst = (labels: ReadonlyMap<string, number> = new Map()): { name: string; count: number }[] =>
  [...labels]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))

function buildModels(sums: Sums, priceOf: PriceOf): InsightsPeriod['models'] {
  const measures = ['input-tokens', 'output-tokens', 'uncounted-calls', 'saved-input-tokens'] as const
  const names = new Set(measures.flatMap((measure) => [...(sums.get(measure)?.keys() ?? [])]))
  return [...names].toSorted().map((model) => {
    const of = (measure: Measure): number => sums.get(measure)?.get(model) ?? 0
    const spent = { input: of('input-tokens'), cachedInput: of('cached-input-tokens'), output: of('output-tokens') }
    const saved = { input: of('saved-input-tokens'), cachedInput: 0, output: of('saved-output-tokens') }
    const price = priceOf(model)
    return {
      model,
      input_tokens: spent.input,
      cached_input_tokens: spent.cachedInput,
      output_tokens: spent.output,
      uncounted_calls: of('uncounted-calls'),
      dollars: price === undefined ? null : dollarsOf(spent, price),
      saved_input_tokens: saved.input,
      saved_output_tokens: saved.output,
      saved_dollars: price === undefined ? null : dollarsOf(saved, price),
    }
  })
}

/** Adds amounts; null if one of them is unknown. */
const sumDollars = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((sum: number | null, amount) => (sum === null || amount === null ? null : sum + amount), 0)

function buildTimes(sums: Sums, measure: Measure): LessonTimes | null {
  const counts = sums.get(measure) ?? new Map<string, number>()
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentileOf(counts, share))
  if (p50 === undefined || p95 === undefined || p99 === undefined) return null
  return { lessons: [...counts.values()].reduce((sum, count) => sum + count, 0), p50, p95, p99 }
}
