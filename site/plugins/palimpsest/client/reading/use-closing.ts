import { useEffect, useRef, type RefObject } from 'react'

export interface Closing {
  readonly open: boolean
  readonly onClose: () => void
}

/**
 * Closes what a button has opened: with Escape, and with a press or the focus elsewhere. Gives the reference for the opened
 * element, which stands beside its button.
 */
export function useClosing({ open, onClose }: Closing): RefObject<HTMLDivElement | null> {
  const opened = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) {
      return
    }
    const listening = new AbortController()
    const { signal } = listening
    const area = opened.current?.parentElement
    const onElsewhere = ({ target }: Event): void => {
      if (target instanceof Node && !area?.contains(target)) onClose()
    }
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return
      area?.querySelector('button')?.focus()
      onClose()
    }
    document.addEventListener('pointerdown', onElsewhere, { signal })
    document.addEventListener('focusin', onElsewhere, { signal })
    document.addEventListener('keydown', onKeyDown, { signal })
    return () => listening.abort()
  }, [open, onClose])
  return opened
}
