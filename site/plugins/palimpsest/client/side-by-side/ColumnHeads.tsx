import { translate } from '@docusaurus/Translate'
import { useEffect, useRef, type ReactNode } from 'react'
import styles from './side-by-side.module.css'

/** The titles of the two columns, once above them. */
export default function ColumnHeads(): ReactNode {
  const heads = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = heads.current?.parentElement
    panel?.addEventListener('click', followToShown)
    return () => panel?.removeEventListener('click', followToShown)
  }, [])
  return (
    <div ref={heads} className={styles.heads} data-uncopied>
      <span>{translate({ id: 'palimpsest.pair.author', message: 'The original' })}</span>
      <span>{translate({ id: 'palimpsest.pair.your-version', message: 'Your version' })}</span>
    </div>
  )
}

/**
 * Takes a reader who follows a link into the one of two texts that is not shown to the same place in the other: a footnote's
 * link back to its mark, on a page too narrow for both. Where the other text has no such place, to the section's beginning.
 */
function followToShown(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  const section = target?.closest<HTMLElement>('[data-section]')
  if (!target || !section || isShown(target)) {
    return
  }
  event.preventDefault()
  const double = findDouble(target, section)
  double?.focus({ preventScroll: true })
  ;(double ?? section).scrollIntoView({ block: double ? 'center' : 'start' })
}

/** The second copy of a link on a page has no id, but the same target. */
function findDouble(target: Element, section: Element): HTMLElement | undefined {
  const href = target.getAttribute('href')
  return [...section.querySelectorAll('a')].find((link) => link.getAttribute('href') === href && isShown(link))
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}
