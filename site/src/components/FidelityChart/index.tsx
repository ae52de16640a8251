import { type ReactNode } from 'react'
import styles from './styles.module.css'

/** The outcomes of the cases of one family of faults. */
interface Family {
  readonly title: string
  readonly injected: number
  readonly repaired: number
  readonly original: number
  readonly reached: number
  readonly shown: number
}

interface Report {
  readonly families: readonly Family[]
  readonly total: Omit<Family, 'title'>
}

const parts = [
  { name: 'repaired', meaning: 'a second, good text is read' },
  { name: 'original', meaning: 'the author’s text stands' },
  { name: 'reached', meaning: 'the fault reached the reader' },
] as const

/** A bar for each family of faults, as long as it has cases. The tables below it say the same in numbers. */
export default function FidelityChart({ report: { families, total } }: { report: Report }): ReactNode {
  const longest = Math.max(...families.map(({ injected }) => injected))
  const width = (count: number) => ({ inlineSize: `${(100 * count) / longest}%` })
  const label = `Bar chart: of ${total.injected} faults ${total.reached} reached the reader. The tables below have the numbers.`
  return (
    <figure className={styles.chart}>
      <div role="img" aria-label={label}>
        {families.map((family) => (
          <div key={family.title} className={styles.row}>
            <span className={styles.title}>{family.title}</span>
            <div className={styles.bars}>
              <div className={styles.bar}>
                {parts.map(({ name }) =>
                  family[name] > 0 ? <span key={name} className={styles[name]} style={width(family[name])} /> : null,
                )}
              </div>
              <div className={styles.shown} style={width(family.shown)} />
            </div>
            <span className={family.reached > 0 ? styles.some : styles.none}>
              {family.reached} of {family.injected}
            </span>
          </div>
        ))}
      </div>
      <figcaption className={styles.legend}>
        {parts.map(({ name, meaning }) => (
          <span key={name}>
            <i className={styles[name]} /> {meaning}
          </span>
        ))}
        <span>
          <i className={styles.shown} /> something of it was shown while it was written, then taken back
        </span>
      </figcaption>
    </figure>
  )
}
