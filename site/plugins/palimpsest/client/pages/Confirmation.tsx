import type { ReactNode } from 'react'
import styles from './confirmation.module.css'

/** The outcome of something that was pressed. */
export interface Notice<Place extends string> {
  /** Where it is shown: beside what was pressed. */
  readonly at: Place
  readonly tone: 'done' | 'problem'
  readonly text: string
}

interface ConfirmationProps<Place extends string> {
  readonly at: Place
  readonly notice: Notice<Place> | undefined
}

/** A live region beside what is pressed, which takes no room until there is something to say. */
export default function Confirmation<Place extends string>({ at, notice }: ConfirmationProps<Place>): ReactNode {
  const here = notice?.at === at ? notice : undefined
  return (
    <output className={styles.confirmation} data-tone={here?.tone}>
      {here?.text}
    </output>
  )
}
