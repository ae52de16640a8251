import { type ReactNode } from 'react'
import type { LessonTimes } from '../../../../lib/contract/index.ts'
import type { Formats } from './formats.ts'
import styles from './styles.module.css'

export interface Wait {
  readonly name: string
  readonly times: LessonTimes
}

/** From 10 ms to 100 s, each step ten times the one before. */
const ticks = [10, 100, 1_000, 10_000, 100_000]
const place = (milliseconds: number): string => {
  const step = Math.log10(Math.min(Math.max(milliseconds, 10), 100_000)) - 1
  return `${25 * step}%`
}

/** Where half of the waits ended (the dot), 95% (the stroke) and 99% (the end of the line). */
export default function Waits({ waits, formats }: { waits: readonly Wait[]; formats: Formats }): ReactNode {
  return (
    <div className={styles.waits}>
      {waits.map(({ name, times: { p50, p95, p99 } }) => (
        <div key={name}>
          <span>{name}</span>
          <span className={styles.line} dir="ltr">
            <i data-mark="line" style={{ left: place(p50), right: `calc(100% - ${place(p99)})` }} />
            <i data-mark="p95" style={{ left: place(p95) }} />
            <i data-mark="p50" style={{ left: place(p50) }} />
          </span>
        </div>
      ))}
      <div className={styles.ticks}>
        <span />
        <span className={styles.line} dir="ltr">
          {ticks.map((tick) => (
            <b key={tick} style={{ left: place(tick) }}>
              {formats.milliseconds(tick)}
            </b>
          ))}
        </span>
      </div>
    </div>
  )
}
