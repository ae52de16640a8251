/** The marked term that an event happened in. */
export function findTermMark(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-term]')) || undefined
}

/**
 * Gives the test whether an event comes of a pointer that moved. When the page moves under a resting one, browsers tell what is
 * under it now by `pointerover`, and Safari by `pointermove` from the same place, too.
 */
export function watchPointer(): (event: PointerEvent) => boolean {
  let last = ''
  return ({ screenX, screenY }) => {
    const place = `${screenX} ${screenY}`
    const moved = place !== last
    last = place
    return moved
  }
}
