import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { markAt } from './mark-at.ts'

interface Cards {
  readonly OpenTermCards: ComponentType<{ readonly wanted: HTMLElement }>
  readonly wanted: HTMLElement
}

const wishes = ['pointerover', 'focusin', 'click'] as const

/** Waits for a reader who wants a term explained; only then are the cards and the glossary fetched. */
export default function TermCards(): ReactNode {
  const [cards, setCards] = useState<Cards>()
  const waiting = cards === undefined
  useEffect(() => {
    if (!waiting) {
      return
    }
    const fetchFor = async ({ target }: Event): Promise<void> => {
      const wanted = markAt(target)
      if (!wanted) {
        return
      }
      try {
        const { default: OpenTermCards } = await import('./OpenTermCards.tsx')
        setCards({ OpenTermCards, wanted })
      } catch {
        // No network: the text is whole without its cards, and the next wish tries again.
      }
    }
    const listener = (event: Event): void => void fetchFor(event)
    wishes.forEach((wish) => document.addEventListener(wish, listener))
    return () => wishes.forEach((wish) => document.removeEventListener(wish, listener))
  }, [waiting])
  return cards && <cards.OpenTermCards wanted={cards.wanted} />
}
