import { type ReactNode } from 'react'
import styles from './styles.module.css'

interface ChartProps {
  readonly caption: string
  /** The drawing: an SVG that takes the page's font and colours. */
  readonly children: ReactNode
}

/** A drawing of the guide's numbers. The tables beside it say the same in numbers. */
export default function Chart({ caption, children }: ChartProps): ReactNode {
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      {children}
    </figure>
  )
}
