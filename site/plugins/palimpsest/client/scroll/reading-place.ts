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

/** Scrolls there at once. False if the page is too short for it now; what glides below its end does not count. */
export function goToReadingPlace({ id, part, beyond }: ReadingPlace): boolean {
  const section = sections().find((one) => one.getAttribute('data-section') === id)
  if (!section) {
    return false
  }
  const top = topInPage(section) + part * section.offsetHeight + beyond - topOfWindow()
  const lowest = heightOfPage() - window.innerHeight
  window.scrollTo({ top: Math.min(top, lowest), behavior: 'instant' })
  return top <= lowest
}

/** The height of Docusaurus' root: `html` and `body` are as high as the window, and their scroll height grows with what glides. */
const heightOfPage = (): number => document.getElementById('__docusaurus')?.offsetHeight ?? 0

/** Where it stands once it has glided there. */
function topInPage(element: HTMLElement): number {
  const { offsetTop, offsetParent } = element
  return offsetTop + (offsetParent instanceof HTMLElement ? topInPage(offsetParent) : 0)
}

/** The line under the site's bar, in pixels from the top of the window. */
export function topOfWindow(): number {
  return document.querySelector('.navbar')?.getBoundingClientRect().bottom ?? 0
}
