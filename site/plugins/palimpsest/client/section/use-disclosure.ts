import { useEffect, useState, type RefObject } from 'react'

/** Where the controls stand in the margin and their panel lies over the page; the stylesheet says the same. */
const besideText = '(min-width: 997px) and (hover: hover)'

/** The panel's width in the margin with a little air, in pixels. */
const panelRoom = 272

interface Disclosure {
  readonly open: boolean
  readonly toggle: () => void
  /** The panel has no room beside its mark and lies over the text. */
  readonly over: boolean
}

/**
 * What a mark opens and closes. Escape closes it and gives the focus back to the mark. In the margin it also closes when
 * the reader turns to something else; under the text it stays, so that nothing moves under the finger.
 */
export function useDisclosure(root: RefObject<HTMLElement | null>, mark: RefObject<HTMLElement | null>): Disclosure {
  const [open, setOpen] = useState(false)
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!open) {
      return undefined
    }
    const leave = ({ target }: Event): void => {
      if (window.matchMedia(besideText).matches && target instanceof Node && !root.current?.contains(target)) {
        setOpen(false)
      }
    }
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') {
        setOpen(false)
        mark.current?.focus()
      }
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', escape)
    }
  }, [open, root, mark])
  const toggle = (): void => {
    setOver(mark.current !== null && roomBeside(mark.current) < panelRoom)
    setOpen(!open)
  }
  return { open, toggle, over }
}

/** Pixels between the window's edge and the side of an element where its line begins. */
function roomBeside(element: HTMLElement): number {
  const { left, right } = element.getBoundingClientRect()
  const rightToLeft = getComputedStyle(element).direction === 'rtl'
  return rightToLeft ? document.documentElement.clientWidth - right : left
}
