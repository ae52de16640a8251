import { translate } from '@docusaurus/Translate'
import { useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import type Changes from './Changes.tsx'
import styles from './changes.module.css'

interface LazyChangesProps extends ComponentProps<typeof Changes> {
  /** The text as it stands, shown until the comparison is here. */
  readonly meanwhile: ReactNode
}

/** Fetches the comparison's code when a reader first asks what changed. */
export default function LazyChanges({ meanwhile, ...props }: LazyChangesProps): ReactNode {
  const [loaded, setLoaded] = useState<{ Changes: typeof Changes } | 'failed'>()
  useEffect(() => {
    let gone = false
    const show = (next: NonNullable<typeof loaded>): void => (gone ? undefined : setLoaded(next))
    import('./Changes.tsx').then(
      (part) => show({ Changes: part.default }),
      () => show('failed'),
    )
    return () => {
      gone = true
    }
  }, [])
  if (loaded === 'failed') {
    return (
      <>
        <p className={styles.count} role="alert">
          {translate({ id: 'palimpsest.changes.unavailable', message: 'The comparison could not be loaded.' })}
        </p>
        {meanwhile}
      </>
    )
  }
  return loaded ? <loaded.Changes {...props} /> : meanwhile
}
