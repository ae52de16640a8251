import { useEffect, useState, type ReactNode } from 'react'
import { useOnDemand } from '../browser/use-on-demand.ts'
import { findTermMark, watchPointer } from './term-marks.ts'

const wishes = ['pointermove', 'focusin', 'click'] as const
const loadCards = () => import('./OpenTermCards.tsx')

/** Waits for a reader who wants a term explained; only then are the cards and the glossary fetched. */
export default function TermCards(): ReactNode {
  const [wanted, setWanted] = useState<HTMLElement>()
  const [Cards, ask] = useOnDemand(loadCards)
  useEffect(() => {
    if (Cards) {
      return
    }
    const waiting = new AbortController()
    const hasMoved = watchPointer()
    const listener = (event: PointerEvent | FocusEvent): void => {
      const mark = findTermMark(event.target)
      const resting = event.type === 'pointermove' && !hasMoved(event as PointerEvent)
      if (mark && !resting) {
        setWanted(mark)
        ask()
      }
    }
    wishes.forEach((wish) => document.addEventListener(wish, listener, waiting))
    return () => waiting.abort()
  }, [Cards, ask])
  return Cards && wanted && <Cards wanted={wanted} />
}
