import { type ReactNode } from 'react'
import Listen from '../../client/aids/listen/Listen.tsx'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'
import { useSection } from '../../client/lesson/use-section.ts'
import styles from './styles.module.css'

/**
 * A section's body: the author's text, or what was written for this reader over it. The author's text stays mounted until
 * the rewrite is whole, faint under the part that is still to come. Side by side, both stay.
 */
export default function Section({ id, children }: { readonly id: string; readonly children?: ReactNode }): ReactNode {
  const { view, personal, section } = useSection(id)
  const author = useAuthorLanguage()
  if (view === 'side-by-side' && personal) {
    const { SideBySide } = personal.view
    return (
      <div data-section={id}>
        <SideBySide id={id} section={section} lesson={personal.lesson}>
          {children}
        </SideBySide>
      </div>
    )
  }
  const phase = view === 'personalized' ? (section?.phase ?? 'original') : 'original'
  const original = phase !== 'rewritten' || section?.peeked
  const Rewrite = phase === 'original' || phase === 'pending' ? undefined : personal?.view.Rewrite
  return (
    <div className={styles.section} data-section={id} data-phase={section?.peeked ? 'peeked' : phase}>
      <Listen section={id} />
      {original && (
        <div {...author} className={styles.original} data-spoken inert={phase === 'arriving'}>
          {children}
        </div>
      )}
      {Rewrite && personal && section && (
        <Rewrite id={id} section={section} lesson={personal.lesson}>
          {children}
        </Rewrite>
      )}
    </div>
  )
}
