import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

interface Dropdown {
  readonly open: boolean
  readonly toggle: () => void
  /** The element that holds the button and what it opens. */
  readonly area: RefObject<HTMLDivElement | null>
}

/** What a button opens until it is pressed again: Escape closes it, and so does a press or the focus elsewhere. */
export function useDropdown(): Dropdown {
  const area = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const toggle = useCallback(() => setOpen((before) => !before), [])
  useEffect(() => {
    if (!open) {
      return
    }
    const listening = new AbortController()
    const { signal } = listening
    const onElsewhere = ({ target }: Event): void => {
      if (target instanceof Node && !area.current?.contains(target)) setOpen(false)
    }
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return
      area.current?.querySelector('button')?.focus()
      setOpen(false)
    }
    document.addEventListener('pointerdown', onElsewhere, { signal })
    document.addEventListener('focusin', onElsewhere, { signal })
    document.addEventListener('keydown', onKeyDown, { signal })
    return () => listening.abort()
  }, [open])
  return { open, toggle, area }
}
