import { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import type { InsightsAnswer, InsightsPeriod } from '../../../../lib/contract/index.ts'
import type { Formats } from './formats.ts'
import styles from './styles.module.css'

interface FiguresProps {
  readonly insights: InsightsAnswer
  readonly formats: Formats
}

type Row = readonly [name: string, read: (period: InsightsPeriod) => string]

/** The figures first: of the whole period, and of today. */
export default function Figures({ insights: { today, period, days }, formats }: FiguresProps): ReactNode {
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">
              {translate({ id: 'palimpsest.insights.figure', message: 'Figure' })}
            </span>
          </th>
          <th scope="col">{translate({ id: 'palimpsest.insights.days', message: '{days} days' }, { days })}</th>
          <th scope="col">{translate({ id: 'palimpsest.insights.today', message: 'Today' })}</th>
        </tr>
      </thead>
      <tbody>
        {listRows(formats).map(([name, read]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{read(period)}</td>
            <td>{read(today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const listRows = ({ count, share, dollars }: Formats): Row[] => [
  [translate({ id: 'palimpsest.insights.readers', message: 'Readers' }), ({ readers }) => count(readers)],
  [
    translate({ id: 'palimpsest.insights.new-learners', message: 'of which new' }),
    ({ new_learners }) => count(new_learners),
  ],
  [
    translate({ id: 'palimpsest.insights.lessons', message: 'Personalized lessons' }),
    ({ lessons }) => count(lessons.cached + lessons.written),
  ],
  [
    translate({ id: 'palimpsest.insights.hit-rate', message: 'Sections from the cache' }),
    ({ hit_rate }) => share(hit_rate),
  ],
  [translate({ id: 'palimpsest.insights.spent', message: 'Spent on models' }), (period) => dollars(period.dollars)],
  [
    translate({ id: 'palimpsest.insights.saved', message: 'Saved by the cache' }),
    ({ saved_dollars }) => dollars(saved_dollars),
  ],
]
