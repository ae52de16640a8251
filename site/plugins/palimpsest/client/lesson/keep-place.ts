/** True from the first change until the frame that puts it right: changes that follow at once belong to it. */
let holding = false

/**
 * Changes the page and keeps what the reader is reading where it is, while sections above it change their height. Browsers
 * with scroll anchoring do that themselves; for the others, the first block on the screen is held in place.
 */
export function keepPlace(change: () => void): void {
  const anchor = holding || CSS.supports('overflow-anchor', 'auto') ? undefined : findFirstOnScreen()
  if (anchor) {
    holding = true
    const before = anchor.getBoundingClientRect().top
    requestAnimationFrame(() => {
      holding = false
      holdAt(anchor, before)
    })
  }
  change()
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
