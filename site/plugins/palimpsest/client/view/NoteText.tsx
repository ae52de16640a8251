import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useId, useRef, useState, type FocusEvent, type ReactNode, useLayoutEffect, type RefObject } from 'react'
import { directionOf } from '../languages/direction-of.ts'
import Blocks from '../text/Blocks.tsx'
import styles from './lesson.module.css'

interface NoteTextProps {
  readonly blocks: readonly string[]
  readonly language: string | undefined
}

const noSlots = new Map<string, ReactNode>()

/** The note's first lines, as many as there is room for; the rest of a longer one comes at a press. */
export default function NoteText({ blocks, language }: NoteTextProps): ReactNode {
  const text = useRef<HTMLDivElement>(null)
  const id = useId()
  const [open, setOpen] = useState(false)
  const longer = useIsCut(text, open)
  const { currentLocale } = useDocusaurusContext().i18n
  const showFocused = ({ target }: FocusEvent): void => {
    if (longer && reachesLastLine(target, text.current)) setOpen(true)
  }
  return (
    <div className={styles.noteText} lang={language} dir={directionOf(language)} data-open={open || undefined}>
      <div ref={text} id={id} className={styles.noteLines} onFocus={showFocused}>
        <Blocks blocks={blocks} slots={noSlots} language={language} />
      </div>
      {longer && (
        <button
          type="button"
          className={styles.noteMore}
          lang={currentLocale}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open
            ? translate({ id: 'palimpsest.note.less', message: 'Show less' })
            : translate({ id: 'palimpsest.note.more', message: 'Show more' })}
        </button>
      )}
    </div>
  )
}

/** Something in the last line that shows, where the button lies over the text, or below it. */
function reachesLastLine(element: Element, text: Element | null): boolean {
  const { bottom, height } = element.getBoundingClientRect()
  return text !== null && bottom + height > text.getBoundingClientRect().bottom
}

/** Pixels that letters may reach out of their line without being a line of their own. */
const tolerance = 8

/** Whether a box shows less than it holds, followed as either changes its size. What was found last stands while it is open. */
function useIsCut(box: RefObject<HTMLElement | null>, open: boolean): boolean {
  const [cut, setCut] = useState(false)
  useLayoutEffect(() => {
    const outer = box.current
    const inner = outer?.firstElementChild
    if (!outer || !inner || open) return undefined
    const measure = (): void => setCut(inner.clientHeight > outer.clientHeight + tolerance)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [box, open])
  return cut
}
