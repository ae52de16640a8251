import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { GlossaryTerm } from '../../../../../lib/lesson/index.ts'
import { directionOf } from '../languages/direction-of.ts'
import { placeCard } from './place-card.ts'
import styles from './term-card.module.css'

/** One card is open at a time. */
export const cardId = 'palimpsest-term-card'

interface TermCardProps {
  readonly mark: HTMLElement
  readonly term: GlossaryTerm
  /** Whether the everyday comparison is shown, too. */
  readonly compared: boolean
}

/** What a term means, in the language of the text around it. */
export default function TermCard({ mark, term, compared }: TermCardProps): ReactNode {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!card.current) {
      return
    }
    const { offsetWidth: width, offsetHeight: height } = card.current
    const { clientWidth, clientHeight } = document.documentElement
    const place = placeCard([...mark.getClientRects()], { width, height }, { width: clientWidth, height: clientHeight })
    card.current.style.left = `${place.left + window.scrollX}px`
    card.current.style.top = `${place.top + window.scrollY}px`
  }, [mark])
  useEffect(() => {
    mark.setAttribute('aria-describedby', cardId)
    return () => mark.removeAttribute('aria-describedby')
  }, [mark])
  const around = mark.closest<HTMLElement>('[lang]')?.lang ?? ''
  const language = around in term.plain ? around : 'en'
  return createPortal(
    <div ref={card} id={cardId} role="tooltip" className={styles.card} lang={language} dir={directionOf(language)}>
      <p className={styles.name} lang="en" dir="ltr">
        {term.term}
      </p>
      <p>{term.plain[language]}</p>
      {compared && <p className={styles.comparison}>{term.comparison[language]}</p>}
    </div>,
    document.body,
  )
}
