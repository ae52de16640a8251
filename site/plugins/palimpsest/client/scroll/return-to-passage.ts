import { rememberPassage, type LeftPassage } from './left-passage.ts'
import { isAtRest, isResolved } from '../state/lesson-state.ts'
import type { LessonStore } from '../state/lesson-store.ts'
import { goToReadingPlace } from './reading-place.ts'

/** Events at which the passage is stored. Not only `pagehide`: on a reload, browsers copy the history entry before it. */
const pauses = ['scrollend', 'pagehide'] as const

/** Events of a reader who moves on by themselves: then nothing is scrolled. */
const movements = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * Brings a reader who reloads a lesson, or comes back to it from another site, to the passage that they were reading once that is
 * here, or once the page reaches as far down. The browser itself returns to the same height of the author's text, where another
 * passage stands. Returns how to stop.
 */
export function returnToPassage(
  { getState, subscribe }: Pick<LessonStore, 'getState' | 'subscribe'>,
  passage: LeftPassage | undefined,
): () => void {
  let awaited = passage
  if (passage) {
    comeBeforeBrowser(passage)
  }
  const stopWaiting = (): void => {
    awaited = undefined
    leave()
    movements.forEach((movement) => window.removeEventListener(movement, stopWaiting))
  }
  const goBack = (): void => {
    if (awaited && (goToReadingPlace(awaited) || isAtRest(getState()))) {
      stopWaiting()
    }
  }
  const leave = subscribe(() => {
    if (awaited && isResolved(getState().sections[awaited.id ?? ''])) {
      // Not in the frame of the change: moved and scrolled in one frame, it would count as a layout shift.
      requestAnimationFrame(goBack)
    }
  })
  const remember = (): void => (awaited ? undefined : rememberPassage())
  movements.forEach((movement) => window.addEventListener(movement, stopWaiting, { passive: true }))
  pauses.forEach((pause) => window.addEventListener(pause, remember))
  return () => {
    stopWaiting()
    pauses.forEach((pause) => window.removeEventListener(pause, remember))
  }
}

/**
 * Scrolls before the browser does, whose own restoration is off until the page has loaded: it would scroll while the rewrite arrives.
 */
function comeBeforeBrowser(passage: LeftPassage): void {
  history.scrollRestoration = 'manual'
  goToReadingPlace(passage)
  const leaveToBrowser = (): void => {
    history.scrollRestoration = 'auto'
  }
  if (document.readyState === 'complete') {
    leaveToBrowser()
  } else {
    window.addEventListener('load', () => setTimeout(leaveToBrowser), { once: true })
  }
}
