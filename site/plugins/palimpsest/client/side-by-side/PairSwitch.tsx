import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import styles from './side-by-side.module.css'

interface PairSwitchProps {
  /** There is something to switch to. */
  readonly hasRewrite: boolean
  readonly originalShown: boolean
  readonly onShowOriginal: (originalShown: boolean) => void
}

/** Turns one section between its two texts, where a page is too narrow for both. */
export default function PairSwitch({ hasRewrite, originalShown, onShowOriginal }: PairSwitchProps): ReactNode {
  const original = originalShown || !hasRewrite
  return (
    <div
      role="group"
      className={styles.switch}
      aria-label={translate({ id: 'palimpsest.pair.switch', message: 'Which version of this section' })}
    >
      <button type="button" aria-pressed={original} onClick={() => onShowOriginal(true)}>
        {translate({ id: 'palimpsest.view.original', message: 'Original' })}
      </button>
      <button type="button" aria-pressed={!original} disabled={!hasRewrite} onClick={() => onShowOriginal(false)}>
        {translate({ id: 'palimpsest.pair.short', message: 'Yours' })}
      </button>
    </div>
  )
}
