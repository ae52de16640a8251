import { translate } from '@docusaurus/Translate'
import { useEffect, useRef, type ReactNode } from 'react'
import { followToShown } from './follow-to-shown.ts'
import styles from './side-by-side.module.css'

/** What the two columns are, said once above them. */
export default function ColumnHeads(): ReactNode {
  const heads = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = heads.current?.parentElement
    panel?.addEventListener('click', followToShown)
    return () => panel?.removeEventListener('click', followToShown)
  }, [])
  return (
    <div ref={heads} className={styles.heads} data-uncopied>
      <span>{translate({ id: 'palimpsest.pair.author', message: 'The author’s text' })}</span>
      <span>{translate({ id: 'palimpsest.pair.told', message: 'Told for you' })}</span>
    </div>
  )
}
