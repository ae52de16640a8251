import { translate } from '@docusaurus/Translate'
import type { InsightsAnswer, InsightsPeriod } from '../../../../lib/contract/index.ts'
import type { Formats } from './formats.ts'
import type { Cell, Table } from './table.ts'
import type { Wait } from './Waits.tsx'

/** The outcomes of a section. */
export const outcomeWords = () => ({
  cached: translate({ id: 'palimpsest.insights.cached', message: 'from the cache' }),
  written: translate({ id: 'palimpsest.insights.written', message: 'newly written' }),
  original: translate({ id: 'palimpsest.insights.original', message: 'original shown' }),
})

const spentWords = () => translate({ id: 'palimpsest.insights.spent', message: 'Spent on models' })

/** An amount and how it is shown. */
const as =
  <Value extends number | null>(write: (value: Value) => string) =>
  (value: Value): Cell => ({ value, text: write(value) })

export function buildDayTable({ daily }: InsightsAnswer, formats: Formats): Table {
  const [count, dollars] = [as(formats.count), as(formats.dollars)]
  const isEmpty = daily.every(({ lessons_cached, lessons_written }) => lessons_cached + lessons_written === 0)
  return {
    name: 'days',
    columns: [
      translate({ id: 'palimpsest.insights.day', message: 'Day' }),
      translate({ id: 'palimpsest.insights.readers', message: 'Readers' }),
      translate({ id: 'palimpsest.insights.new-learners', message: 'of which new' }),
      outcomeWords().cached,
      outcomeWords().written,
      spentWords(),
    ],
    rows: isEmpty
      ? []
      : daily.map((day) => [
          { value: day.day, text: formats.day(day.day) },
          count(day.readers),
          count(day.new_learners),
          count(day.lessons_cached),
          count(day.lessons_written),
          dollars(day.dollars),
        ]),
  }
}

interface ListOptions {
  readonly name: string
  /** What the rows are. */
  readonly heading: string
  readonly rows: readonly { readonly name: string; readonly count: number }[]
}

export const buildListTable = ({ name, heading, rows }: ListOptions, formats: Formats): Table => ({
  name,
  columns: [heading, translate({ id: 'palimpsest.insights.count', message: 'How often' })],
  rows: rows.map((row) => [row.name, as(formats.count)(row.count)]),
})

export function buildWaitTable(waits: readonly Wait[], formats: Formats): Table {
  const [count, time] = [as(formats.count), as(formats.milliseconds)]
  return {
    name: 'waits',
    columns: [
      translate({ id: 'palimpsest.insights.wait', message: 'Wait for' }),
      translate({ id: 'palimpsest.insights.lessons', message: 'Personalized lessons' }),
      '50%',
      '95%',
      '99%',
    ],
    rows: waits.map(({ name, times: { lessons, p50, p95, p99 } }) => [
      name,
      count(lessons),
      time(p50),
      time(p95),
      time(p99),
    ]),
  }
}

/** A column for each model: there are few of them. */
export function buildModelTable(models: InsightsPeriod['models'], formats: Formats): Table {
  const [count, dollars] = [as(formats.count), as(formats.dollars)]
  return {
    name: 'models',
    columns: [translate({ id: 'palimpsest.insights.model', message: 'Model' }), ...models.map(({ model }) => model)],
    rows: [
      [
        translate({ id: 'palimpsest.insights.input', message: 'Input tokens' }),
        ...models.map((model) => count(model.input_tokens)),
      ],
      [
        translate({ id: 'palimpsest.insights.cached-input', message: 'of which cached by the provider' }),
        ...models.map((model) => count(model.cached_input_tokens)),
      ],
      [
        translate({ id: 'palimpsest.insights.output', message: 'Output tokens' }),
        ...models.map((model) => count(model.output_tokens)),
      ],
      [
        translate({ id: 'palimpsest.insights.saved-tokens', message: 'Tokens saved' }),
        ...models.map((model) => count(model.saved_input_tokens + model.saved_output_tokens)),
      ],
      [spentWords(), ...models.map((model) => dollars(model.dollars))],
      [
        translate({ id: 'palimpsest.insights.saved', message: 'Saved by the cache' }),
        ...models.map((model) => dollars(model.saved_dollars)),
      ],
    ],
  }
}
