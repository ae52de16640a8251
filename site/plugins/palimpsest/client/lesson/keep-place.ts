/**
 * Keeps what the reader is reading where it is while sections above it change their height. Browsers with scroll anchoring
 * do that themselves; for the others, the first block on the screen is held in place.
 */
export function keepPlace(root: HTMLElement | null): () => void {
  if (!root || CSS.supports('overflow-anchor', 'auto')) {
    return () => undefined
  }
  const anchor = [...root.querySelectorAll<HTMLElement>('.markdown > *')].find((block) => block.getBoundingClientRect().top >= 0)
  const before = anchor?.getBoundingClientRect().top ?? 0
  return () => {
    const moved = (anchor?.getBoundingClientRect().top ?? before) - before
    if (Math.abs(moved) >= 1) {
      window.scrollBy({ top: moved, behavior: 'instant' })
    }
  }
}
