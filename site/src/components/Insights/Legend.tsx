import { type ReactNode } from 'react'
import styles from './styles.module.css'

/** What the parts of a bar are: distinguished by hatching as well as by colour. */
export default function Legend({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <p className={styles.legend}>
      {names.map((name, part) => (
        <span key={name}>
          <i data-part={part} />
          {name}
        </span>
      ))}
    </p>
  )
}
