import { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import type { InsightsAnswer } from '../../../../lib/contract/index.ts'
import BarList from './BarList.tsx'
import DayBars from './DayBars.tsx'
import Figure from './Figure.tsx'
import Figures from './Figures.tsx'
import type { Formats } from './formats.ts'
import Numbers from './Numbers.tsx'
import Passages from './Passages.tsx'
import { buildDayTable, buildListTable, buildModelTable, buildWaitTable, outcomeWords } from './report-tables.ts'
import TableFile from './TableFile.tsx'
import styles from './styles.module.css'
import Waits, { type Wait } from './Waits.tsx'

interface ReportProps {
  readonly insights: InsightsAnswer
  readonly formats: Formats
}

/** Everything that was counted: figures, passages, drawings. */
export default function Report({ insights, formats }: ReportProps): ReactNode {
  const { period, daily } = insights
  const { cached, written } = outcomeWords()
  const waits = listWaits(insights)
  const models = buildModelTable(period.models, formats)
  return (
    <>
      <Figures insights={insights} formats={formats} />
      <Caveats insights={insights} formats={formats} />
      <Passages passages={insights.sections} formats={formats} />
      <Figure
        title={translate({ id: 'palimpsest.insights.by-day', message: 'Lessons by day' })}
        table={buildDayTable(insights, formats)}
      >
        <DayBars
          days={daily.map((day) => ({ day: day.day, values: [day.lessons_cached, day.lessons_written] }))}
          names={[cached, written]}
          formats={formats}
        />
      </Figure>
      <Figure
        title={translate({ id: 'palimpsest.insights.waits', message: 'How long readers waited' })}
        table={buildWaitTable(waits, formats)}
      >
        <Waits waits={waits} formats={formats} />
        <p className={styles.legend}>
          {translate({
            id: 'palimpsest.insights.waits.how',
            message:
              'Dot: half of the readers waited no longer than this. Bar: 95%. End of the line: 99%. Each step is ten times the one before.',
          })}
        </p>
      </Figure>
      <Outcomes insights={insights} formats={formats} />
      <section className={styles.figure}>
        <h2>{translate({ id: 'palimpsest.insights.models', message: 'Tokens and cost by model' })}</h2>
        <Numbers table={models} />
        <div className={styles.numbers}>
          <TableFile table={models} />
        </div>
      </section>
    </>
  )
}

/** How sections turned out, and why. */
function Outcomes({ insights: { period }, formats }: ReportProps): ReactNode {
  const { cached, written, original } = outcomeWords()
  const outcomes = [
    { name: cached, count: period.sections.cached },
    { name: written, count: period.sections.written },
    { name: original, count: period.sections.original },
  ]
  const reason = translate({ id: 'palimpsest.insights.reason', message: 'Reason' })
  return (
    <>
      <Figure
        title={translate({ id: 'palimpsest.insights.outcomes', message: 'Section outcomes' })}
        table={buildListTable(
          {
            name: 'sections',
            heading: translate({ id: 'palimpsest.insights.outcome', message: 'Outcome' }),
            rows: outcomes,
          },
          formats,
        )}
      >
        <BarList rows={outcomes} formats={formats} />
      </Figure>
      <Figure
        title={translate({ id: 'palimpsest.insights.originals', message: 'Why sections show the original' })}
        table={buildListTable({ name: 'originals', heading: reason, rows: period.originals }, formats)}
      >
        <BarList rows={period.originals} formats={formats} codes />
      </Figure>
      <Figure
        title={translate({ id: 'palimpsest.insights.rejected', message: 'Why rewrites were rejected' })}
        table={buildListTable({ name: 'rejected', heading: reason, rows: period.rejections }, formats)}
      >
        <BarList rows={period.rejections} formats={formats} codes />
      </Figure>
    </>
  )
}

/** What the figures leave out, before anybody trusts them. */
function Caveats({ insights: { period }, formats }: ReportProps): ReactNode {
  const unpriced = period.models.filter((model) => model.dollars === null).map(({ model }) => model)
  const uncounted = period.models.reduce((sum, model) => sum + model.uncounted_calls, 0)
  return (
    <div className={styles.caveats}>
      {unpriced.length > 0 && (
        <p data-tone="problem">
          {translate(
            {
              id: 'palimpsest.insights.unpriced',
              message: 'The price of {models} is not known, so no totals in dollars are shown. Set OPENAI_PRICE.',
            },
            { models: unpriced.join(', ') },
          )}
        </p>
      )}
      {uncounted > 0 && (
        <p data-tone="problem">
          {translate(
            {
              id: 'palimpsest.insights.uncounted',
              message: 'Sections for which the provider reported no tokens, and which are in no total: {count}.',
            },
            { count: formats.count(uncounted) },
          )}
        </p>
      )}
      <p>
        {translate({
          id: 'palimpsest.insights.offline',
          message:
            'A lesson that is saved on the reader’s device is read without asking the server, so such readings are not counted here. Days are in UTC.',
        })}
      </p>
    </div>
  )
}

function listWaits({ period: { times } }: InsightsAnswer): Wait[] {
  const { cached, written } = outcomeWords()
  const first = translate({ id: 'palimpsest.insights.first-text', message: 'First text' })
  const whole = translate({ id: 'palimpsest.insights.whole', message: 'Whole lesson' })
  const all = [
    { name: `${first}, ${cached}`, times: times.first_text.cached },
    { name: `${first}, ${written}`, times: times.first_text.written },
    { name: `${whole}, ${cached}`, times: times.whole.cached },
    { name: `${whole}, ${written}`, times: times.whole.written },
  ]
  return all.flatMap(({ name, times: measured }) => (measured === null ? [] : { name, times: measured }))
}
