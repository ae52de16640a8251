/** Where a reader is: the section under the top of the window, and how far into it. */
interface ReadingPlace {
  readonly id: string | null
  /** 0 at its first line, 1 at its end. */
  readonly part: number
  /** Pixels beyond its end, in the heading of the next one. */
  readonly beyond: number
}

/** The line under the site's bar, in pixels from the top of the window. */
export function topOfWindow(): number {
  return document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0
}

const sections = (): Element[] => [...document.querySelectorAll('[data-section]')]

function findPlace(): ReadingPlace | undefined {
  const line = topOfWindow()
  const section = sections().findLast((one) => one.getBoundingClientRect().top <= line)
  if (!section) {
    return undefined
  }
  const { top, bottom, height } = section.getBoundingClientRect()
  const part = height === 0 ? 0 : Math.min((line - top) / height, 1)
  return { id: section.getAttribute('data-section'), part, beyond: Math.max(line - bottom, 0) }
}

function goTo({ id, part, beyond }: ReadingPlace): void {
  const section = sections().find((one) => one.getAttribute('data-section') === id)
  if (section) {
    const { top, height } = section.getBoundingClientRect()
    window.scrollBy({ top: top + part * height + beyond - topOfWindow(), behavior: 'instant' })
  }
}

/**
 * Changes the view and keeps the reader in the section they read, as far into it as they were: the same passage has another
 * length in each view. Above the first section nothing moves, so nothing is done.
 */
export function keepReading(change: () => void): void {
  const place = findPlace()
  change()
  if (place) {
    requestAnimationFrame(() => goTo(place))
  }
}
