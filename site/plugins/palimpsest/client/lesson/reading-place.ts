import { topOfWindow } from './top-of-window.ts'

/** Where a reader is: the section under the top of the window, and how far into it. */
export interface ReadingPlace {
  readonly id: string | null
  /** 0 at its first line, 1 at its end. */
  readonly part: number
  /** Pixels beyond its end, in the heading of the next one. */
  readonly beyond: number
}

const sections = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-section]')]

/** Undefined above the first section. */
export function findReadingPlace(): ReadingPlace | undefined {
  const line = topOfWindow()
  const section = sections().findLast((one) => one.getBoundingClientRect().top <= line)
  if (!section) {
    return undefined
  }
  const { top, bottom, height } = section.getBoundingClientRect()
  const part = height === 0 ? 0 : Math.min((line - top) / height, 1)
  return { id: section.getAttribute('data-section'), part, beyond: Math.max(line - bottom, 0) }
}

export function goToReadingPlace({ id, part, beyond }: ReadingPlace): void {
  const section = sections().find((one) => one.getAttribute('data-section') === id)
  if (section) {
    const { offsetHeight: height } = section
    window.scrollTo({ top: topInPage(section) + part * height + beyond - topOfWindow(), behavior: 'instant' })
  }
}

/** Where it stands once it has glided there. */
function topInPage(element: HTMLElement): number {
  const { offsetTop, offsetParent } = element
  return offsetTop + (offsetParent instanceof HTMLElement ? topInPage(offsetParent) : 0)
}
