/**
 * Changes the page and keeps what the reader is reading where it is, while sections above it change their height. Browsers
 * with scroll anchoring do that themselves; for the others, the first block on the screen is held in place.
 */
export function keepPlace(change: () => void): void {
  const anchor = CSS.supports('overflow-anchor', 'auto') ? undefined : findFirstOnScreen()
  const before = anchor?.getBoundingClientRect().top ?? 0
  change()
  if (anchor) {
    requestAnimationFrame(() => holdAt(anchor, before))
  }
}

function findFirstOnScreen(): Element | undefined {
  return [...document.querySelectorAll('.markdown > *')].find((block) => block.getBoundingClientRect().top >= 0)
}

function holdAt(anchor: Element, before: number): void {
  const moved = anchor.getBoundingClientRect().top - before
  if (anchor.isConnected && Math.abs(moved) >= 1) {
    window.scrollBy({ top: moved, behavior: 'instant' })
  }
}
