import { type ReactNode } from 'react'
import type { Formats } from './formats.ts'
import Legend from './Legend.tsx'
import { niceTop } from './nice-top.ts'
import styles from './styles.module.css'

interface DayBarsProps {
  readonly days: readonly { readonly day: string; readonly values: readonly [number, number] }[]
  readonly names: readonly [string, string]
  readonly formats: Formats
}

/** A bar for each day, oldest first, of two parts that stand on each other. */
export default function DayBars({ days, names, formats }: DayBarsProps): ReactNode {
  const top = niceTop(Math.max(...days.map(({ values: [below, above] }) => below + above)))
  const percent = (value: number): string => `${(100 * value) / top}%`
  const marked = [days[0], days[Math.floor((days.length - 1) / 2)], days.at(-1)].flatMap((day) => day?.day ?? [])
  return (
    <>
      <Legend names={names} />
      <div className={styles.days} dir="ltr">
        <div className={styles.scale}>
          {[top, top / 2, 0].map((value) => (
            <span key={value}>{formats.count(value)}</span>
          ))}
        </div>
        <div className={styles.bars}>
          {days.map(({ day, values: [below, above] }) => (
            <div key={day}>
              <i data-part="1" style={{ blockSize: percent(above) }} />
              <i data-part="0" style={{ blockSize: percent(below) }} />
            </div>
          ))}
        </div>
        <div className={styles.marks}>
          {marked.map((day) => (
            <span key={day}>{formats.day(day)}</span>
          ))}
        </div>
      </div>
    </>
  )
}
