import { holdPlace } from './keep-place.ts'
import { topOfWindow } from './top-of-window.ts'

/** Where a reader is: the section under the top of the window, and how far into it. */
interface ReadingPlace {
  readonly id: string | null
  /** 0 at its first line, 1 at its end. */
  readonly part: number
  /** Pixels beyond its end, in the heading of the next one. */
  readonly beyond: number
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
 * Remembers the passage under the top of the window; the function it gives goes there after the view has changed, as the same
 * passage has another length in each view.
 */
export function holdReading(): () => void {
  const place = findPlace()
  return place ? () => goTo(place) : holdPlace()
}
