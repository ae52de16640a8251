import { type ReactNode } from 'react'
import type { Formats } from './formats.ts'
import styles from './styles.module.css'

interface BarListProps {
  readonly rows: readonly { readonly name: string; readonly count: number }[]
  readonly formats: Formats
  /** Whether the names are codes, as the guide and the log have them. */
  readonly codes?: boolean
}

/** A bar for each name, its count behind it. */
export default function BarList({ rows, formats, codes = false }: BarListProps): ReactNode {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <div className={styles.list}>
      {rows.map(({ name, count }) => (
        <div key={name}>
          <span>{codes ? <code>{name}</code> : name}</span>
          <span className={styles.track}>
            <i data-part="0" style={{ inlineSize: `${(100 * count) / most}%` }} />
            <b>{formats.count(count)}</b>
          </span>
        </div>
      ))}
    </div>
  )
}
