import { flushSync } from 'react-dom'
import { topOfWindow, findReadingPlace, goToReadingPlace } from './reading-place.ts'
import { panelId } from '../page/panel.ts'

type Tops = ReadonlyMap<Element, number>

const glideMs = 240
const gliding = new Set<Animation>()
let waiting: (() => void)[] = []

/**
 * Changes the page and keeps what is being read where it is: text above it may change its height, text below it glides to
 * its new place, and the focus stays in its section. Changes that come while something glides wait for it and are then made
 * together, so that nothing is moved again on its way. On a page that nobody sees they are made at once.
 */
export function keepPlace(change: () => void): void {
  if (document.hidden) {
    change()
    return
  }
  waiting.push(change)
  if (waiting.length === 1) {
    void comeToRest().then(afterAFrame).then(afterAFrame).then(makeChanges)
  }
}

/**
 * Waits for one frame. After a glide it is called twice: its end and the next change would else be painted together, and the
 * browser would count the change as a layout shift.
 */
const afterAFrame = (): Promise<unknown> => new Promise((resolve) => void requestAnimationFrame(resolve))

async function comeToRest(): Promise<void> {
  await Promise.allSettled([...gliding].map(({ finished }) => finished))
  gliding.clear()
}

function makeChanges(): void {
  const changes = waiting
  waiting = []
  const release = holdPlace()
  flushSync(() => changes.forEach((change) => change()))
  release()
}

/** Remembers where everything on the screen is; the returned function restores it after the page has changed. */
export function holdPlace(): () => void {
  const anchors = findAnchors()
  const tops: Tops = new Map(movers().map((mover) => [mover, mover.getBoundingClientRect().top]))
  const giveFocusBack = keepFocus()
  return () => {
    const scrolled = scrollBack(anchors)
    glide(tops, scrolled)
    giveFocusBack()
  }
}

/** What moves as one: whole sections, or their lines where two texts stand side by side, and what the page has below them. */
function movers(): Element[] {
  const panel = document.getElementById(panelId)
  if (!panel) {
    return []
  }
  const inSections = panel.dataset['view'] === 'side-by-side' ? '[data-section] > * > *' : '[data-section]'
  return [...panel.querySelectorAll(`:scope > :not([data-section]), ${inSections}`), ...listBelow(panel)]
}

function listBelow(element: Element): Element[] {
  const siblings = [...(element.parentElement?.children ?? [])]
  const below = siblings.slice(siblings.indexOf(element) + 1)
  return element.parentElement ? [...below, ...listBelow(element.parentElement)] : below
}

/** The block under the top of the window and all that it is in, innermost first. */
function findAnchors(): Tops {
  const line = topOfWindow()
  const anchors: [Element, number][] = []
  let inside: Element | null = document.getElementById(panelId)
  if (!inside || inside.getBoundingClientRect().top > line) {
    return new Map()
  }
  while (inside) {
    const next: Element | undefined = [...inside.children].find((child) => reachesBelow(child, line))
    if (next) {
      anchors.unshift([next, next.getBoundingClientRect().top])
    }
    inside = next ?? null
  }
  return new Map(anchors)
}

function reachesBelow(element: Element, line: number): boolean {
  const { bottom, height } = element.getBoundingClientRect()
  return height > 0 && bottom > line && getComputedStyle(element).display !== 'inline'
}

/** How many pixels it scrolled. */
function scrollBack(anchors: Tops): number {
  const anchor = [...anchors].find(([element]) => element.getBoundingClientRect().height > 0)
  const moved = anchor ? anchor[0].getBoundingClientRect().top - anchor[1] : 0
  if (Math.abs(moved) < 1) {
    return 0
  }
  const before = window.scrollY
  window.scrollBy({ top: moved, behavior: 'instant' })
  return window.scrollY - before
}

/** Layout shifts are counted from the old places after scrolling, so what would have been in sight there glides as well. */
function glide(tops: Tops, scrolled: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    return
  }
  for (const [mover, before] of tops) {
    const { top, height } = mover.getBoundingClientRect()
    const by = before - top
    const [highest, lowest] = [Math.min(top, before, before - scrolled), Math.max(top, before, before - scrolled)]
    const seen = height > 0 && highest < window.innerHeight && lowest + height > 0
    if (seen && Math.abs(by) >= 1) {
      const frames = [{ transform: `translateY(${by}px)` }, { transform: 'none' }]
      gliding.add(mover.animate(frames, { duration: glideMs, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' }))
    }
  }
}

/** Remembers the section with the focus; the returned function focuses it again if the change has lost the focus. */
function keepFocus(): () => void {
  const section = document.activeElement?.closest<HTMLElement>('[data-section]')
  return () => {
    if (section && isLost(document.activeElement)) {
      section.tabIndex = -1
      section.focus({ preventScroll: true })
      section.addEventListener('blur', () => section.removeAttribute('tabindex'), { once: true })
    }
  }
}

/** Browsers take the focus from what has become inert only with the next frame. */
const isLost = (active: Element | null): boolean => active === document.body || active?.closest('[inert]') != null

/**
 * Remembers the passage at the top of the window; the returned function scrolls to it after the view has changed, because
 * passages differ in length between views.
 */
export function holdReading(): () => void {
  const place = findReadingPlace()
  return place ? () => goToReadingPlace(place) : holdPlace()
}
