import { useSyncExternalStore, type ReactNode } from 'react'
import { termChoice } from '../reading/reading-choice.ts'
import styles from './term.module.css'

interface TermProps {
  /** The term's name in the glossary. */
  readonly of: string
  /** The one that the Tab key reaches; arrows lead from it to the other terms of its section. */
  readonly first?: boolean | undefined
  readonly children?: ReactNode
}

/** A glossary term in running text. Without scripts, or where the reader wants no cards, it is text like any other. */
export default function Term({ of, first = false, children }: TermProps): ReactNode {
  const choice = useSyncExternalStore(termChoice.subscribe, termChoice.read, () => 'hidden')
  if (choice === 'hidden') {
    return children
  }
  return (
    <span className={styles.term} data-term={of} role="button" tabIndex={first ? 0 : -1}>
      {children}
    </span>
  )
}
