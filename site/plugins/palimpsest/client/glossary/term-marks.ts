/** The marked term that an event happened in. */
export function findTermMark(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-term]')) || undefined
}

/**
 * Returns a test for events of a pointer that moved. When the page scrolls under a resting pointer, browsers send
 * `pointerover`, and Safari also `pointermove` at the same place.
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
