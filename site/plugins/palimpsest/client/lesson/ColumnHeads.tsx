import { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import styles from './side-by-side.module.css'

/** What the two columns are, said once above them. */
export default function ColumnHeads(): ReactNode {
  return (
    <div className={styles.heads}>
      <span>{translate({ id: 'palimpsest.pair.author', message: 'The author’s text' })}</span>
      <span>{translate({ id: 'palimpsest.pair.told', message: 'Told for you' })}</span>
    </div>
  )
}
