import type { ReactNode } from 'react'
import Listen from '../../client/listen/Listen.tsx'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'
import { useSection } from '../../client/page/use-section.ts'
import './section.css'

/**
 * A section's body: the author's text, or what was written for this reader over it. The author's text stays mounted until
 * the rewrite is whole, faint under the part that is still to come. Side by side, both stay.
 */
export default function Section({ id, children }: { readonly id: string; readonly children?: ReactNode }): ReactNode {
  const here = useSection(id)
  const author = useAuthorLanguage()
  const shown = here.personal?.view.showSection(here, children)
  if (shown?.pair) {
    return (
      <div data-section={id} data-phase="paired">
        <Listen section={id} />
        {shown.pair}
      </div>
    )
  }
  const phase = shown?.phase ?? 'original'
  return (
    <div data-section={id} data-phase={phase}>
      <Listen section={id} />
      {!shown?.replaced && (
        <div {...author} data-spoken inert={phase === 'arriving'}>
          {children}
        </div>
      )}
      {shown?.rewrite}
    </div>
  )
}
