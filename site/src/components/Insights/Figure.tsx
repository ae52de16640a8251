import { translate } from '@docusaurus/Translate'
import { useId, type ReactNode } from 'react'
import Numbers from './Numbers.tsx'
import styles from './styles.module.css'
import type { Table } from './table.ts'
import TableFile from './TableFile.tsx'

interface FigureProps {
  readonly title: string
  readonly table: Table
  /** The drawing: it says nothing that the table does not. */
  readonly children: ReactNode
}

/** A drawing with its numbers: as a table behind a press, and as a file. */
export default function Figure({ title, table, children }: FigureProps): ReactNode {
  const id = useId()
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {table.rows.length === 0 ? (
        <p className={styles.none}>{translate({ id: 'palimpsest.insights.none', message: 'None.' })}</p>
      ) : (
        <>
          <div aria-hidden="true">{children}</div>
          <div className={styles.numbers}>
            <details>
              <summary>{translate({ id: 'palimpsest.insights.numbers', message: 'Show the numbers' })}</summary>
              <Numbers table={table} />
            </details>
            <TableFile table={table} />
          </div>
        </>
      )}
    </section>
  )
}
