import { useEffect, useState, type ReactNode } from 'react'
import { useOnDemand } from '../on-demand.ts'
import { markAt } from './mark-at.ts'

const wishes = ['pointerover', 'focusin', 'click'] as const
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
    const listener = ({ target }: Event): void => {
      const mark = markAt(target)
      if (mark) {
        setWanted(mark)
        ask()
      }
    }
    wishes.forEach((wish) => document.addEventListener(wish, listener, waiting))
    return () => waiting.abort()
  }, [Cards, ask])
  return Cards && wanted && <Cards wanted={wanted} />
}
