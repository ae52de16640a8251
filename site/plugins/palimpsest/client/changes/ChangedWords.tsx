import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import styles from './changes.module.css'

interface ChangedWordsProps {
  readonly change: 'added' | 'removed'
  readonly children: ReactNode
}

/** What was added is underlined and what was removed struck through; both are also said in words. */
export default function ChangedWords({ change, children }: ChangedWordsProps): ReactNode {
  const Mark = change === 'added' ? 'ins' : 'del'
  const name =
    change === 'added'
      ? translate({ id: 'palimpsest.changes.added', message: 'added:' })
      : translate({ id: 'palimpsest.changes.removed', message: 'removed:' })
  return (
    <Mark className={styles[change]}>
      <span className="visually-hidden">{name} </span>
      {children}
      <span className="visually-hidden">{translate({ id: 'palimpsest.changes.end', message: ', end' })}</span>
    </Mark>
  )
}
