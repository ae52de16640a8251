import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import styles from './side-by-side.module.css'

interface PairSwitchProps {
  /** There is something to switch to. */
  readonly told: boolean
  readonly peeked: boolean
  readonly onPeek: (peeked: boolean) => void
}

/** Turns one section between its two texts, where a page is too narrow for both. */
export default function PairSwitch({ told, peeked, onPeek }: PairSwitchProps): ReactNode {
  const original = peeked || !told
  return (
    <div
      role="group"
      className={styles.switch}
      aria-label={translate({ id: 'palimpsest.pair.switch', message: 'Which text of this section' })}
    >
      <button type="button" aria-pressed={original} onClick={() => onPeek(true)}>
        {translate({ id: 'palimpsest.view.original', message: 'Original' })}
      </button>
      <button type="button" aria-pressed={!original} disabled={!told} onClick={() => onPeek(false)}>
        {translate({ id: 'palimpsest.pair.yours', message: 'Yours' })}
      </button>
    </div>
  )
}
