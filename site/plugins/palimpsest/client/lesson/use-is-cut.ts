import { useLayoutEffect, useState, type RefObject } from 'react'

/** Pixels that letters may reach out of their line without being a line of their own. */
const tolerance = 8

/** Whether a box shows less than it holds, followed as either changes its size. What was found last stands while it is open. */
export function useIsCut(box: RefObject<HTMLElement | null>, open: boolean): boolean {
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
